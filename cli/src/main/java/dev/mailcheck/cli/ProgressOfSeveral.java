package dev.mailcheck.cli;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.report.Report;
import dev.mailcheck.run.Progress;

import java.io.PrintStream;

/**
 * The progress of several domains at once: one line that rewrites itself on a terminal, else a line
 * for each domain as its check ends, with the grade.
 */
final class ProgressOfSeveral implements ProgressDisplay {
    private final StatusLine line;
    private final int domains;
    private int ended;
    private int judged;

    ProgressOfSeveral(PrintStream err, boolean terminal, int domains) {
        this.line = new StatusLine(err, terminal);
        this.domains = domains;
        line.show("checking " + domains + " domains …");
    }

    @Override
    public Progress of(String subject) {
        return new Progress() {
            @Override
            public void judged(CheckResult result) {
                countCheck(subject);
            }
        };
    }

    private synchronized void countCheck(String subject) {
        judged++;
        if (line.rewrites()) {
            show(subject);
        }
    }

    @Override
    public synchronized void ended(Report report) {
        ended++;
        if (line.rewrites()) {
            show(report.domain());
        } else {
            line.show(report.domain() + ": " + report.grade() + " (" + ended + "/" + domains + ")");
        }
    }

    private void show(String last) {
        line.show(
                "checking domains "
                        + ended
                        + "/"
                        + domains
                        + ", "
                        + judged
                        + " checks done, last of "
                        + last);
    }

    @Override
    public void close() {
        line.clear();
    }
}
