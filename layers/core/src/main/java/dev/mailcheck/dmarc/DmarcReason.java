package dev.mailcheck.dmarc;

/** Why a mail has its DMARC result (RFC 9989, section 5.3). */
public enum DmarcReason {
    /** SPF or DKIM authenticates the author domain: "by". */
    ALIGNED(DmarcWord.PASS),

    /** Neither SPF nor DKIM authenticates any domain. */
    NOTHING_AUTHENTICATED(DmarcWord.FAIL),
    /** What is authenticated is another organization, or not the same name under strict. */
    NOT_ALIGNED(DmarcWord.FAIL),
    /** DKIM does not do it, and who sent the mail, so that SPF might, is not known. */
    SPF_NOT_KNOWN(DmarcWord.FAIL),

    /** No record applies to the author domain. */
    NO_RECORD(DmarcWord.NONE),
    /** The record has no usable policy and nobody to report to: it is not applied. */
    RECORD_UNUSABLE(DmarcWord.PERMERROR),

    /** The DNS kept the record from us: "dns". */
    RECORD_NOT_KNOWN(DmarcWord.TEMPERROR),
    /** Something that is not known may be aligned: "domain". */
    ALIGNMENT_NOT_KNOWN(DmarcWord.TEMPERROR),

    /** There is no From field, or no domain in it. */
    NO_AUTHOR(DmarcWord.PERMERROR),
    /** The From field has no form that all programs read alike. */
    AUTHOR_AMBIGUOUS(DmarcWord.PERMERROR),
    /** More than one From field. */
    SEVERAL_FROM_FIELDS(DmarcWord.PERMERROR),
    /** More than one address in From. */
    SEVERAL_AUTHORS(DmarcWord.PERMERROR);

    private final DmarcWord word;

    DmarcReason(DmarcWord word) {
        this.word = word;
    }

    /** The result that the reason alone gives. */
    public DmarcWord word() {
        return word;
    }
}
