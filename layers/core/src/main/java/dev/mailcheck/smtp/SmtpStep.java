package dev.mailcheck.smtp;

/** The steps of a session, each with one reply of the server. */
public enum SmtpStep {
    BANNER,
    EHLO,
    /** Only where EHLO was refused (RFC 5321, section 3.2). */
    HELO,
    STARTTLS,
    /** After the handshake everything begins anew (RFC 3207, section 4.2). */
    EHLO_OVER_TLS,
    VRFY,
    MAIL_FROM,
    RCPT_POSTMASTER,
    RCPT_ABUSE
}
