package dev.mailcheck.world.dns;

/** A fault in how a zone is signed; see {@link Zone#flaw}. Each one breaks exactly one link. */
public enum DnssecFlaw {
    /** The parent's DS names a key the zone does not have: everything below is bogus. */
    WRONG_DS,
    /** The zone is signed but its parent has no DS: an island, hence insecure. */
    NO_DS,
    /** RRSIGs are present but do not verify. */
    CORRUPT_SIGNATURES,
    /** RRSIGs are left out, though the parent has a DS. */
    MISSING_SIGNATURES,
    /** RRSIGs ended a day ago. */
    EXPIRED_SIGNATURES,
    /** RRSIGs begin only tomorrow. */
    FUTURE_SIGNATURES,
    /** Negative answers come without NSEC or NSEC3. */
    MISSING_DENIAL
}
