package dev.mailcheck.cli;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.run.Progress;

import java.io.PrintStream;

/**
 * Progress on standard error: one line that rewrites itself on a terminal, else a line for each
 * check as it is judged.
 */
final class ProgressLine implements Progress {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final String domain;
    private int total;
    private int done;

    ProgressLine(PrintStream err, boolean terminal, String domain) {
        this.err = err;
        this.terminal = terminal;
        this.domain = domain;
    }

    @Override
    public synchronized void started(int checks) {
        total = checks;
        show("checking " + domain + " …");
    }

    @Override
    public synchronized void judged(CheckResult result) {
        done++;
        String check = result.id().word() + " " + result.status();
        show(
                terminal
                        ? "checking " + domain + " " + done + "/" + total + " " + check
                        : domain + ": " + check);
    }

    private void show(String line) {
        if (terminal) {
            err.print(CLEAR_LINE + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    /** Takes the rewritten line away, so that the report begins on a clean one. */
    synchronized void end() {
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
