package dev.mailcheck.check;

/** The outcome of a finding or a check, worst first (contract, section 2). */
public enum Status {
    FAIL,
    /** It could not be judged, and the finding says why. */
    UNDETERMINED,
    WARN,
    PASS,
    NOT_APPLICABLE
}
