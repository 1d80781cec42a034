package dev.mailcheck.probe;

/**
 * What a session with a mail server is held for, in order of importance: where manners leave no
 * room for all, the last ones are left out.
 */
public enum SessionKind {
    /** As a sender of today has it. */
    SENDER,
    /** TLS 1.2 with authenticated encryption and ECDHE only. */
    TLS12_MODERN,
    /** TLS 1.2 and below with RC4, DES, 3DES, EXPORT, NULL and anonymous suites only. */
    BROKEN_SUITES,
    /** TLS 1.1 and below, with all their suites. */
    OLD_VERSIONS,
    /** TLS 1.2 with DHE, CBC and static RSA only. */
    DATED_SUITES,
    /** The relay probe's forms that the sender's session had no room for. */
    RELAY,
    /** SSL 3.0 alone, where a newer one of the old versions hides it. */
    SSL3
}
