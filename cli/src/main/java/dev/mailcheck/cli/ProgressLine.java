package dev.mailcheck.cli;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.report.Report;
import dev.mailcheck.run.Progress;

import java.io.PrintStream;

/**
 * The progress of one check: one line that rewrites itself on a terminal, else a line for each
 * check as it is judged.
 */
final class ProgressLine implements ProgressDisplay {
    private final StatusLine line;

    ProgressLine(PrintStream err, boolean terminal) {
        this.line = new StatusLine(err, terminal);
    }

    @Override
    public Progress of(String subject) {
        return new Progress() {
            private int total;
            private int done;

            @Override
            public synchronized void started(int checks) {
                total = checks;
                line.show("checking " + subject + " …");
            }

            @Override
            public synchronized void judged(CheckResult result) {
                done++;
                String check = result.id().word() + " " + result.status();
                line.show(
                        line.rewrites()
                                ? "checking " + subject + " " + done + "/" + total + " " + check
                                : subject + ": " + check);
            }
        };
    }

    @Override
    public void ended(Report report) {
        line.clear();
    }

    @Override
    public void close() {
        line.clear();
    }
}
