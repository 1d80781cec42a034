package dev.mailcheck.functions.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;

/**
 * An account on loopback whose every answer is that an execution has started; whoever asks it for
 * something else finds nothing. Before a snapshot of a function is taken, calls to it load and
 * compile what calls to AWS need, TLS included, without a network.
 */
public final class StandInAccount implements AutoCloseable {
    private static final String STARTED =
            "{\"executionArn\":\"arn:aws:states:::execution\",\"startDate\":1}";
    private static final byte[] GO_ON =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: "
                            + STARTED.length()
                            + "\r\n\r\n"
                            + STARTED)
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int WAITING = 50;

    /** Of one connection, so that connecting is rehearsed too, though less often. */
    private static final int REQUESTS = 20;

    private final LoopbackTls tls;
    private final SSLServerSocket door;

    private StandInAccount(LoopbackTls tls, SSLServerSocket door) {
        this.tls = tls;
        this.door = door;
    }

    public static StandInAccount open() throws IOException {
        LoopbackTls tls = LoopbackTls.create();
        StandInAccount account =
                new StandInAccount(tls, tls.listen(WAITING, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(account::serve);
        return account;
    }

    /** Where it is. */
    URI url() {
        return URI.create("https://" + LoopbackTls.ADDRESS + ":" + door.getLocalPort());
    }

    /** By which it is known. */
    TrustManager[] trust() {
        return tls.trust();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofPlatform().daemon().start(() -> converse(caller));
            } catch (IOException hungUp) {
                // The next caller may stay longer.
            }
        }
    }

    private static void converse(Socket caller) {
        try (caller) {
            InputStream in = new BufferedInputStream(caller.getInputStream());
            for (int i = 0; i < REQUESTS; i++) {
                answer(in, caller.getOutputStream());
            }
        } catch (IOException hungUp) {
            // It has what it came for.
        }
    }

    private static void answer(InputStream in, OutputStream out) throws IOException {
        long body = 0;
        boolean waits = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            waits |= lower.startsWith("expect:");
            if (lower.startsWith("content-length:")) {
                body = Long.parseLong(lower.substring("content-length:".length()).strip());
            }
        }
        if (waits) {
            out.write(GO_ON);
        }
        in.skipNBytes(body);
        out.write(ANSWER);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < ' ' && next != '\r') {
                throw new IOException("not HTTP");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
