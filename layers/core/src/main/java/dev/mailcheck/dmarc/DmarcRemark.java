package dev.mailcheck.dmarc;

/**
 * Something in a record that receivers ignore, or read differently.
 *
 * @param text the tag or the part of the record it is about, as written
 */
public record DmarcRemark(Kind kind, String text) {
    /** The kinds of remarks. */
    public enum Kind {
        /** {@code p} does not follow {@code v}, where RFC 7489 wanted it. */
        ORDER,
        /** A tag that is not in the registry. */
        UNKNOWN,
        /** pct, rf and ri, which RFC 9989 has no more. */
        REMOVED,
        /** {@code pct=100}: gone too, and never said anything. */
        PCT_100,
        /** A size limit behind a URI, which RFC 9989 has no more. */
        SIZE_LIMIT,
        /** A value or a part that is not of the right form; the default counts instead. */
        IGNORED,
        /** A tag that was there before. */
        REPEATED
    }
}
