package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Report;
import dev.mailcheck.run.Progress;

/** How far a run is, on standard error. Told by several threads where there are several domains. */
interface ProgressDisplay extends AutoCloseable {
    /** Shows nothing. */
    ProgressDisplay NONE = domain -> Progress.NONE;

    /** Who listens to the check of this domain, which begins. */
    Progress of(Domain domain);

    /** The check of this report's domain is over. */
    default void ended(Report report) {}

    /** Takes away what would stand in the way of the report. */
    @Override
    default void close() {}
}
