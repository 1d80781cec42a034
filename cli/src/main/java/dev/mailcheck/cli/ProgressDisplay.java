package dev.mailcheck.cli;

import dev.mailcheck.report.Report;
import dev.mailcheck.run.Progress;

/** How far a run is, on standard error. Told by several threads where there are several domains. */
interface ProgressDisplay extends AutoCloseable {
    /** Shows nothing. */
    ProgressDisplay NONE = subject -> Progress.NONE;

    /** The same for a single check, which has time left while it waits. */
    ProgressDisplay UNHEARD = subject -> Progress.UNHEARD;

    /** Who listens to the check of this domain or mail, which begins. */
    Progress of(String subject);

    /** The check of this report is over. */
    default void ended(Report report) {}

    /** Takes away what would stand in the way of the report. */
    @Override
    default void close() {}
}
