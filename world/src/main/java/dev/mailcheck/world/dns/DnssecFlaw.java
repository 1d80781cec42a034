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
    MISSING_DENIAL,
    /** They come with signed NSEC or NSEC3 records of another name, which prove nothing. */
    WRONG_DENIAL,
    /** The parent has a DS, but the zone has no DNSKEY. */
    MISSING_DNSKEY,
    /** The parent's DS has a digest that nobody computes: as good as unsigned. */
    UNKNOWN_DS_DIGEST,
    /** The parent's DS has a SHA-1 digest, which is deprecated (RFC 9905). */
    SHA1_DS_DIGEST
}
