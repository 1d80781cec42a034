package dev.mailcheck.run;

import dev.mailcheck.check.CheckResult;

/** Hears of a running check; called from the thread that runs it. */
public interface Progress {
    /** No one listens. */
    Progress NONE = new Progress() {};

    /** The check begins, with so many checks to judge. */
    default void started(int total) {}

    /** A check could be judged; the result is what the report will say, unless others add to it. */
    default void judged(CheckResult result) {}
}
