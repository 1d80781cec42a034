package dev.mailcheck.dkim;

/** Something about a signature that does not decide its result, and that its owner should know. */
public enum DkimRemark {
    /** It is one of rsa-sha1, which no longer counts (RFC 8301, section 3.1). */
    RSA_SHA1,
    /** The RSA key has less than the recommended 2048 bits (RFC 8301, section 3.2). */
    RSA_KEY_BELOW_2048,
    /** The RSA key has more than 4096 bits, which not every verifier takes. */
    RSA_KEY_ABOVE_4096,
    /** The key says {@code t=y}. */
    KEY_TESTING,
    /** More than one record stands at the selector. */
    SEVERAL_KEY_RECORDS,
    /** It has {@code l=}: whatever stands behind that length may be changed by anybody. */
    LENGTH_LIMITED,
    /** Part of the body stands behind {@code l=}. */
    BODY_PARTLY_UNSIGNED,
    /** Another From could be added without breaking it (RFC 6376, section 8.15). */
    FROM_NOT_OVERSIGNED,
    /** A signed field is there more often than it is signed. */
    FIELD_PARTLY_UNSIGNED,
    /** Fields are there that should be signed (RFC 6376, section 5.4.1). */
    FIELDS_UNSIGNED,
    /** It is valid for less than another day. */
    EXPIRES_SOON,
    /** It is past the time {@code x}, whatever else is wrong with it. */
    PAST_EXPIRATION,
    /** It says it was made at a time to come. */
    SIGNED_IN_FUTURE
}
