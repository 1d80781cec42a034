package dev.mailcheck.arc;

/** Why a chain has its status (RFC 8617, section 5.2), in the order in which it is looked at. */
public enum ArcReason {
    /** There is no ARC field. */
    NO_CHAIN(ArcWord.NONE),
    VERIFIED(ArcWord.PASS),

    /** An ARC field without an instance from 1 to 50: "field", "value". */
    INSTANCE_INVALID(ArcWord.FAIL),
    /** More sets than the 50 that a mail may have. */
    TOO_MANY_SETS(ArcWord.FAIL),
    /** The last sealer found the chain broken and said so: "instance". */
    MARKED_AS_FAILED(ArcWord.FAIL),
    /** A set has one of its fields twice: "instance", "field". */
    FIELD_REPEATED(ArcWord.FAIL),
    /** A set lacks one of its fields, or all of them: "instance", "field". */
    FIELD_MISSING(ArcWord.FAIL),
    /** The first seal must say cv=none and all others cv=pass: "instance", "cv". */
    STATUS_WRONG(ArcWord.FAIL),
    /** A seal with the tag {@code h}, which it must not have: "instance". */
    SEAL_NAMES_FIELDS(ArcWord.FAIL),
    /** The newest message signature fails: "instance", "why". */
    MESSAGE_SIGNATURE_FAILED(ArcWord.FAIL),
    /** A seal fails: "instance", "why". */
    SEAL_FAILED(ArcWord.FAIL),
    /**
     * The DNS did not say the key of the newest message signature or of a seal: "instance", "dns".
     * The RFC calls that a failure; it is none of the mail's.
     */
    KEY_NOT_KNOWN(ArcWord.FAIL);

    private final ArcWord word;

    ArcReason(ArcWord word) {
        this.word = word;
    }

    public ArcWord word() {
        return word;
    }
}
