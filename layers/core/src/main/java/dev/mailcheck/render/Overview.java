package dev.mailcheck.render;

import dev.mailcheck.check.Level;
import dev.mailcheck.report.Report;

/**
 * One domain among several, in a line.
 *
 * @param score of 100, or a dash where nothing was judged
 * @param faults how many things there are to mend that are not optional
 */
record Overview(String score, String faults) {
    static Overview of(Report report) {
        boolean judged = report.scoreCoverage() > 0;
        long faults =
                ToDo.of(report).stream().filter(item -> item.level() != Level.OPTIONAL).count();
        return new Overview(
                judged ? String.valueOf(report.score()) : "-",
                judged ? String.valueOf(faults) : "-");
    }
}
