package dev.mailcheck.run;

import dev.mailcheck.check.CheckResult;

/**
 * Hears of a running check, from the thread that runs it: first how many checks there are, then
 * each of them exactly once, as soon as it can be judged or when all probes have ended.
 */
public interface Progress {
    /** No one listens. */
    Progress NONE = new Progress() {};

    /**
     * No one listens either, but checks are judged as if: while the network is waited for, so that
     * the code for them is at hand when the report is made.
     */
    Progress UNHEARD = new Progress() {};

    /** The check begins, with so many checks to judge. */
    default void started(int total) {}

    /**
     * A check was judged. The report says the same, unless the name turns out not to exist or what
     * a check takes into account without needing it comes later.
     */
    default void judged(CheckResult result) {}
}
