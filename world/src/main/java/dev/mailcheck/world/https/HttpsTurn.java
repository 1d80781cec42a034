package dev.mailcheck.world.https;

import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.tls.BrokenHandshake;
import dev.mailcheck.world.tls.TlsLink;
import dev.mailcheck.world.tls.TlsServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Begins TLS with a client, or spoils it. */
final class HttpsTurn {
    private static final Duration DRIP = Duration.ofSeconds(1);
    private static final String PLAIN =
            "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n";

    private final HttpsHandshake how;
    private final TlsServer tls;
    private final Workers workers;

    HttpsTurn(HttpsHandshake how, TlsServer tls, Workers workers) {
        this.how = how;
        this.tls = tls;
        this.workers = workers;
    }

    /** Returns the encrypted connection; nothing where it is over. */
    Optional<TlsLink> take(Socket plain) throws IOException {
        OutputStream out = plain.getOutputStream();
        switch (how) {
            case SOUND -> {
                return Optional.of(tls.handshake(plain));
            }
            case HANGS -> waitForTheEnd(plain);
            case HANGS_UP -> {}
            case ALERT -> BrokenHandshake.fail(plain.getInputStream(), out);
            case DRIPS_SERVER_HELLO -> drip(plain);
            case JUNK_AFTER_SERVER_HELLO -> {
                BrokenHandshake.junkAfterServerHello(tls, plain.getInputStream(), out);
                waitForTheEnd(plain);
            }
            case PLAIN_HTTP -> {
                out.write(PLAIN.getBytes(StandardCharsets.US_ASCII));
                waitForTheEnd(plain);
            }
        }
        return Optional.empty();
    }

    private void drip(Socket plain) throws IOException {
        for (byte b : BrokenHandshake.serverHello(tls, plain.getInputStream())) {
            plain.getOutputStream().write(b);
            workers.sleep(DRIP);
        }
    }

    private static void waitForTheEnd(Socket plain) throws IOException {
        plain.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
