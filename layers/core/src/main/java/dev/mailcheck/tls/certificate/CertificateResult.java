package dev.mailcheck.tls.certificate;

/** What a rule says of a chain; how much it weighs depends on whether senders care. */
public enum CertificateResult {
    NAME_MATCHES,
    NAME_MISMATCH,

    TRUSTED,
    SELF_SIGNED,
    UNTRUSTED,
    TRUST_NOT_KNOWN,

    CHAIN_INCOMPLETE,
    SIGNATURE_BROKEN,

    DATES_GOOD,
    EXPIRES_SOON,
    EXPIRED,
    NOT_YET_VALID,

    KEY_STRONG,
    KEY_SHORT,
    KEY_TOO_SHORT,
    KEY_TOO_LONG,

    SIGNATURE_STRONG,
    SIGNATURE_WEAK,

    NOT_FOR_SERVERS,
    NOT_FOR_SIGNING,

    IS_AUTHORITY,
    ISSUER_NOT_ENTITLED,

    NOT_REVOKED,
    REVOKED,
    STATUS_OUTDATED,
    STATUS_UNUSABLE,

    OUT_OF_ORDER,

    TOO_MANY,
    TOO_LARGE
}
