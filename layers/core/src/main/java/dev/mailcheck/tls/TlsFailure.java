package dev.mailcheck.tls;

/** Why a handshake did not end well. */
public enum TlsFailure {
    /** None: the server took the offer, and we wanted to know no more. */
    CHOICE_SEEN,
    /** The server refused with a fatal alert. */
    ALERT,
    /** The server chose a version older than any that was offered. */
    OLD_VERSION,
    /** The server broke the protocol, and we refused. */
    PROTOCOL_ERROR,
    /** A certificate that cannot be parsed. */
    BAD_CERTIFICATE,
    /** Over 100 certificates, more than any sender takes. */
    CHAIN_TOO_LONG,
    /** A key or group so large or odd that we do not compute with it; nothing is said of others. */
    NOT_COMPUTED,
    /** More bytes than a handshake needs. */
    TOO_MUCH_DATA,
    /** The server hung up or reset the connection without an alert. */
    CLOSED,
    /** It took longer than a handshake may. */
    TIMEOUT,
    /** The check's deadline came first. */
    DEADLINE
}
