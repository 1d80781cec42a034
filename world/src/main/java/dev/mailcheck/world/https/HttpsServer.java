package dev.mailcheck.world.https;

import dev.mailcheck.world.net.Ports;
import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.tls.CertificateAuthority;
import dev.mailcheck.world.tls.TlsLink;
import dev.mailcheck.world.tls.TlsServer;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An HTTPS host on loopback: one request a connection (RFC 9112). */
public final class HttpsServer implements AutoCloseable {
    private final HttpsHost host;
    private final TlsServer tls;
    private final Workers workers;
    private final HttpsLog log;
    private final ServerSocket listening = Ports.tcp();

    /** Opens the socket; {@link #start} begins to serve. */
    public HttpsServer(
            HttpsHost host, CertificateAuthority authority, Workers workers, HttpsLog log) {
        this.host = host;
        this.tls = TlsServer.of(host.tls(), authority);
        this.workers = workers;
        this.log = log;
    }

    /** Begins to serve. */
    public HttpsServer start() {
        workers.accept(listening, this::serve);
        return this;
    }

    /** Returns where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    }

    private void serve(Socket plain) throws IOException {
        Optional<TlsLink> link = new HttpsTurn(host.handshake(), tls, workers).take(plain);
        if (link.isPresent()) {
            serve(link.get());
        }
    }

    private void serve(TlsLink link) throws IOException {
        String request =
                requestLine(
                        new BufferedReader(
                                new InputStreamReader(link.in(), StandardCharsets.ISO_8859_1)));
        if (request != null) {
            log.request(request);
            new HttpsReply(link, workers).send(act(request));
            link.out().close();
        }
    }

    /** Reads the header section and returns its first line. */
    private static @Nullable String requestLine(BufferedReader in) throws IOException {
        String first = in.readLine();
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        return first;
    }

    private HttpsAct act(String request) {
        String[] words = request.split(" ", -1);
        String path = words.length > 1 ? words[1] : "";
        HttpsAct missing = new HttpsAct.Page(404, "text/plain", "Not found\r\n");
        return host.acts().getOrDefault(path, missing);
    }

    @Override
    public void close() {
        Ports.closeQuietly(listening);
    }
}
