package dev.mailcheck.cli;

import dev.mailcheck.grade.Grade;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the command's exit code says (contract.md, section 1). */
final class ExitCode {
    static final int OK = 0;

    /** Bad usage or bad input: nothing was run. */
    static final int USAGE = 64;

    /** An error of ours. */
    static final int INTERNAL = 70;

    private ExitCode() {}

    /**
     * The worst of the grades, which are in order, worst first; 0 where it is better than asked
     * for.
     */
    static int of(List<Grade> grades, Optional<Grade> failOn) {
        Grade worst = grades.stream().min(Comparator.naturalOrder()).orElse(Grade.SECURE);
        boolean tolerated = failOn.map(limit -> worst.compareTo(limit) > 0).orElse(false);
        return tolerated ? OK : worst.exitCode();
    }
}
