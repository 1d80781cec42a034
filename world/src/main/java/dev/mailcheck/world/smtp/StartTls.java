package dev.mailcheck.world.smtp;

import dev.mailcheck.world.tls.TlsSettings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a host does about STARTTLS (RFC 3207). */
public sealed interface StartTls {
    /** Does not offer it and answers 502 if asked all the same. */
    record NotOffered() implements StartTls {}

    /**
     * Offers it.
     *
     * @param tls with what
     * @param turn what happens after "220 go ahead"
     */
    record Offered(TlsSettings tls, Turn turn) implements StartTls {}

    /** Offers it, and then something else than TLS happens. */
    record Scripted(Peer peer) implements StartTls {}

    /** Takes the server's part after "220 go ahead"; what it leaves open is hung up. */
    @FunctionalInterface
    interface Peer {
        void talk(InputStream in, OutputStream out) throws IOException;
    }

    /** What happens after "220 go ahead". */
    enum Turn {
        /** An honest handshake; what came in clear before it is thrown away. */
        HANDSHAKE,
        /** Nothing more is said. */
        HANGS,
        /** A true ServerHello, then a record nobody can decrypt. */
        JUNK_AFTER_SERVER_HELLO,
        /** A true ServerHello, one byte a second. */
        DRIPS_SERVER_HELLO,
        /** The alert handshake_failure. */
        HANDSHAKE_FAILURE,
        /** A reply in clear in the same segment as "220 go ahead", then an honest handshake. */
        INJECTS_PLAINTEXT,
        /** The connection is closed. */
        HANGS_UP,
        /** A handshake, and then answers to the commands that came in clear before it. */
        ANSWERS_EARLY_TALK
    }
}
