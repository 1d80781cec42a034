package dev.mailcheck.dane;

import java.util.List;

/** What the TLSA records of a mail host say of the certificates that it serves. */
public sealed interface DaneResult {
    /**
     * A record fits, and that is enough.
     *
     * @param record the first that fits
     * @param spare whether a record is left that a next key or certificate may fit, so that it can
     *     be exchanged without a gap (RFC 7671, section 8.1): one that names something else, or an
     *     authority
     */
    record Match(TlsaRecord record, boolean spare) implements DaneResult {}

    /** None fits: senders that look do not deliver. */
    record NoMatch(List<Miss> misses) implements DaneResult {
        public NoMatch {
            misses = List.copyOf(misses);
        }
    }

    /** There are records and none is usable: TLS is required, with whatever certificate. */
    record Unusable() implements DaneResult {}

    /** A signature was not computed, because the key is too large or the algorithm not known. */
    record NotComputed() implements DaneResult {}

    /** Why one record does not fit. */
    record Miss(TlsaRecord record, Fault fault) {}

    /** What keeps a record from fitting, the nearest to a match last. */
    enum Fault {
        /** A record of the same kind with a stronger digest stands beside it. */
        WEAKER_DIGEST,
        /** It names another certificate or key than the server's own. */
        OTHER_CERTIFICATE,
        /** It names an authority that the server does not send along. */
        AUTHORITY_NOT_SENT,
        /** The server's certificate does not lead to the named authority. */
        NO_PATH,
        /** It does, but is for another name. */
        NAME_MISMATCH,
        /** A certificate on the way is not for TLS servers. */
        NOT_FOR_SERVERS,
        NOT_YET_VALID,
        EXPIRED
    }
}
