package dev.mailcheck.functions.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An account on loopback whose every answer is that an execution has started. Before a snapshot of
 * a function is taken, calls to it load and compile what calls to AWS need, without a network. What
 * is not HTTP, such as the greeting of TLS, it hangs up on.
 */
public final class StandInAccount implements AutoCloseable {
    private static final String STARTED =
            "{\"executionArn\":\"arn:aws:states:::execution\",\"startDate\":1}";
    private static final byte[] ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: "
                            + STARTED.length()
                            + "\r\nConnection: close\r\n\r\n"
                            + STARTED)
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;

    private StandInAccount(ServerSocket door) {
        this.door = door;
    }

    public static StandInAccount open() throws IOException {
        StandInAccount account =
                new StandInAccount(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(account::serve);
        return account;
    }

    /** Where it is. */
    public URI url(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + door.getLocalPort());
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                answer(caller);
            } catch (IOException hungUp) {
                // The next caller may be of another kind.
            }
        }
    }

    private static void answer(Socket caller) throws IOException {
        InputStream in = new BufferedInputStream(caller.getInputStream());
        long body = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                body = Long.parseLong(lower.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(body);
        caller.getOutputStream().write(ANSWER);
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
