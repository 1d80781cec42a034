package dev.mailcheck.smtp;

/** What ended a conversation in place of a reply. None of them says whose fault it is. */
public enum SmtpTrouble {
    /** The step took longer than it may; its connection was closed by us. */
    TIMEOUT,
    /** The check's deadline came first. */
    DEADLINE,
    /** The other side hung up or reset the connection. */
    CLOSED,
    /** A line of more than 2,048 bytes. */
    LINE_TOO_LONG,
    /** A reply of more than 100 lines or 64 KiB. */
    REPLY_TOO_LONG,
    /** A line that does not begin with a reply code (RFC 5321, section 4.2). */
    NOT_SMTP,
    /** The lines of one reply carry different codes (RFC 5321, section 4.2.1). */
    CODE_CHANGED
}
