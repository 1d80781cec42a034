package dev.mailcheck.world.smtp;

import dev.mailcheck.world.smtp.StartTls.Turn;
import dev.mailcheck.world.tls.BrokenHandshake;
import dev.mailcheck.world.tls.TlsServer;

import java.io.IOException;
import java.io.OutputStream;

/** What happens when a client says STARTTLS (RFC 3207, section 4). */
final class SmtpTurn {
    private static final String GO_AHEAD = "220 2.0.0 Ready to start TLS\r\n";
    private static final String INJECTED = "250 2.0.0 said in clear\r\n";
    private static final byte[] NOTHING = {};

    private final Turn turn;
    private final TlsServer tls;

    SmtpTurn(Turn turn, TlsServer tls) {
        this.turn = turn;
        this.tls = tls;
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
            case HANDSHAKE_FAILURE -> BrokenHandshake.fail(wire.in(), wire.out());
            case HANGS_UP -> {}
        }
        return wire;
    }

    private SmtpWire handshake(SmtpWire wire, byte[] early) throws IOException {
        return SmtpWire.over(tls.handshake(wire.socket(), NOTHING), early);
    }

    private static void waitForTheEnd(SmtpWire wire) throws IOException {
        wire.in().transferTo(OutputStream.nullOutputStream());
    }
}
