package dev.mailcheck.world.smtp;

import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.smtp.StartTls.Turn;
import dev.mailcheck.world.tls.BrokenHandshake;
import dev.mailcheck.world.tls.TlsServer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** What happens when a client says STARTTLS (RFC 3207, section 4). */
final class SmtpTurn {
    private static final String GO_AHEAD = "220 2.0.0 Ready to start TLS\r\n";
    private static final String INJECTED = "250 2.0.0 said in clear\r\n";
    private static final Duration DRIP = Duration.ofSeconds(1);
    private static final byte[] NOTHING = {};

    private final Turn turn;
    private final TlsServer tls;
    private final Workers workers;

    SmtpTurn(Turn turn, TlsServer tls, Workers workers) {
        this.turn = turn;
        this.tls = tls;
        this.workers = workers;
    }

    /** Returns the encrypted connection, or the plain one if the session is over. */
    SmtpWire take(SmtpWire wire) throws IOException {
        byte[] early = wire.unread();
        wire.send(turn == Turn.INJECTS_PLAINTEXT ? GO_AHEAD + INJECTED : GO_AHEAD);
        switch (turn) {
            case HANDSHAKE, INJECTS_PLAINTEXT -> {
                return handshake(wire, NOTHING);
            }
            case ANSWERS_EARLY_TALK -> {
                return handshake(wire, early);
            }
            case HANGS -> waitForTheEnd(wire);
            case JUNK_AFTER_SERVER_HELLO -> {
                BrokenHandshake.junkAfterServerHello(tls, wire.in(), wire.out());
                waitForTheEnd(wire);
            }
            case DRIPS_SERVER_HELLO -> drip(wire);
            case HANDSHAKE_FAILURE -> BrokenHandshake.fail(wire.in(), wire.out());
            case HANGS_UP -> {}
        }
        return wire;
    }

    static void goAhead(SmtpWire wire) throws IOException {
        wire.send(GO_AHEAD);
    }

    private SmtpWire handshake(SmtpWire wire, byte[] early) throws IOException {
        return wire.under(tls.handshake(wire.socket()), early);
    }

    private void drip(SmtpWire wire) throws IOException {
        for (byte b : BrokenHandshake.serverHello(tls, wire.in())) {
            wire.send(new byte[] {b});
            workers.sleep(DRIP);
        }
    }

    private static void waitForTheEnd(SmtpWire wire) throws IOException {
        wire.in().transferTo(OutputStream.nullOutputStream());
    }
}
