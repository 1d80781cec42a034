package dev.mailcheck.probe;

/**
 * Something in a mail that shows that it did not come straight from its sender. Whoever sends a
 * mail can write all of it: it may explain a fault and never takes one away.
 */
public enum ForwardSign {
    /** Fields that mailing lists add: List-Id with List-Post, or Mailing-List. */
    LIST,
    /** Resent- fields (RFC 5322, section 3.6.6). */
    RESENT,
    /** ARC sets. */
    ARC,
    /** Fields that forwarding services add, such as X-Forwarded-For. */
    FORWARDED,
    /** MAIL FROM was rewritten for forwarding (SRS). */
    REWRITTEN_SENDER,
    /** Received fields tell of a reception by another organisation before this one. */
    RECEIVED
}
