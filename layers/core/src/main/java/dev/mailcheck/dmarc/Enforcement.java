package dev.mailcheck.dmarc;

/** Whether receivers are asked to act on mail of a domain that fails DMARC. */
public enum Enforcement {
    /** Quarantine or reject, after {@code t}. */
    ENFORCED,
    NOT_ENFORCED,
    /** The DNS kept it from us. */
    NOT_KNOWN
}
