package dev.mailcheck.cli;

import java.io.PrintStream;

/** A line that rewrites itself on a terminal; elsewhere each thing said is a line of its own. */
final class StatusLine {
    private static final String CLEAR_LINE = "\r\u001b[K";

    /** A longer one would break, and its first part could not be rewritten. */
    private static final int WIDTH = 79;

    private final PrintStream err;
    private final boolean terminal;

    StatusLine(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    boolean rewrites() {
        return terminal;
    }

    synchronized void show(String text) {
        if (terminal) {
            String cut = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
            err.print(CLEAR_LINE + cut);
            err.flush();
        } else {
            err.println(text);
        }
    }

    /** Takes the rewritten line away, so that the report begins on a clean one. */
    synchronized void clear() {
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
