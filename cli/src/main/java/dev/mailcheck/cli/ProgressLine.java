package dev.mailcheck.cli;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Report;
import dev.mailcheck.run.Progress;

import java.io.PrintStream;

/**
 * The progress of one domain: one line that rewrites itself on a terminal, else a line for each
 * check as it is judged.
 */
final class ProgressLine implements ProgressDisplay {
    private final StatusLine line;

    ProgressLine(PrintStream err, boolean terminal) {
        this.line = new StatusLine(err, terminal);
    }

    @Override
    public Progress of(Domain domain) {
        return new Progress() {
            private int total;
            private int done;

            @Override
            public synchronized void started(int checks) {
                total = checks;
                line.show("checking " + domain.name() + " …");
            }

            @Override
            public synchronized void judged(CheckResult result) {
                done++;
                String check = result.id().word() + " " + result.status();
                line.show(
                        line.rewrites()
                                ? "checking "
                                        + domain.name()
                                        + " "
                                        + done
                                        + "/"
                                        + total
                                        + " "
                                        + check
                                : domain.name() + ": " + check);
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
