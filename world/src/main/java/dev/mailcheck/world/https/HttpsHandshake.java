package dev.mailcheck.world.https;

/** What an HTTPS host does when a client begins TLS. */
public enum HttpsHandshake {
    /** An honest handshake. */
    SOUND,
    /** Nothing is said. */
    HANGS,
    /** The connection is closed. */
    HANGS_UP,
    /** The alert handshake_failure. */
    ALERT,
    /** A true ServerHello, one byte a second. */
    DRIPS_SERVER_HELLO,
    /** A true ServerHello, then a record nobody can decrypt. */
    JUNK_AFTER_SERVER_HELLO,
    /** An answer in HTTP without TLS, as from a server that has none at this port. */
    PLAIN_HTTP
}
