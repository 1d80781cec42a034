package dev.mailcheck.dkim;

import static dev.mailcheck.dkim.DkimWord.FAIL;
import static dev.mailcheck.dkim.DkimWord.NEUTRAL;
import static dev.mailcheck.dkim.DkimWord.PASS;
import static dev.mailcheck.dkim.DkimWord.PERMERROR;
import static dev.mailcheck.dkim.DkimWord.POLICY;
import static dev.mailcheck.dkim.DkimWord.TEMPERROR;

/** Why a signature has its result (RFC 6376, sections 6.1.1 to 6.1.3), and which result that is. */
public enum DkimReason {
    VERIFIED(PASS),

    /** The body is not the one that was signed; "header" tells how the header fares. */
    BODY_CHANGED(FAIL),
    /** The body is as it was signed; of the header, something that was signed is not. */
    HEADER_CHANGED(FAIL),
    /** What was signed cannot be read out of it: another key, or the signature itself changed. */
    SIGNATURE_DOES_NOT_FIT_KEY(FAIL),
    /** One of both; an Ed25519 signature does not tell which. */
    HEADER_OR_KEY_CHANGED(FAIL),

    /** No tag list, or a tag with a value of the wrong form. */
    SYNTAX(PERMERROR),
    TAG_MISSING(PERMERROR),
    VERSION_UNKNOWN(PERMERROR),
    ALGORITHM_UNKNOWN(PERMERROR),
    CANONICALIZATION_UNKNOWN(PERMERROR),
    QUERY_METHOD_UNKNOWN(PERMERROR),
    /** The identity {@code i} is not at or below the domain {@code d}. */
    IDENTITY_OUTSIDE_DOMAIN(PERMERROR),
    FROM_NOT_SIGNED(PERMERROR),
    /** The field that signs covers an ARC-Seal (RFC 8617, section 4.1.2). */
    SEAL_SIGNED(PERMERROR),
    EXPIRED(PERMERROR),
    EXPIRES_BEFORE_SIGNED(PERMERROR),
    /** The body is shorter than {@code l} says. */
    LENGTH_BEYOND_BODY(PERMERROR),

    KEY_MISSING(PERMERROR),
    KEY_REVOKED(PERMERROR),
    /** A record at the selector that no verifier can use. */
    KEY_FAULTY(PERMERROR),
    /** A key for another algorithm. */
    KEY_OF_OTHER_TYPE(PERMERROR),
    /** A key that forbids this hash function. */
    KEY_FORBIDS_HASH(PERMERROR),
    /** A key that is not for subdomains: {@code t=s}. */
    KEY_FORBIDS_SUBDOMAIN(PERMERROR),
    /** An RSA key larger than anybody verifies with. */
    KEY_TOO_LARGE(PERMERROR),
    /** An RSA key below 1024 bits, which verifiers refuse (RFC 8301, section 3.2). */
    KEY_SHORT(POLICY),
    /** The DNS did not say which key it is. */
    KEY_NOT_KNOWN(TEMPERROR),

    /** The mail has more signatures than are verified. */
    TOO_MANY_SIGNATURES(NEUTRAL);

    private final DkimWord word;

    DkimReason(DkimWord word) {
        this.word = word;
    }

    public DkimWord word() {
        return word;
    }
}
