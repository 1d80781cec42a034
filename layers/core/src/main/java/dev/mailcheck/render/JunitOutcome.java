package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.FindingView;

/** What a finding is as a test case. */
enum JunitOutcome {
    PASSED,
    /** It passes, and its output says what should be better. */
    WARNING,
    FAILURE,
    ERROR,
    SKIPPED;

    static JunitOutcome of(FindingView finding, CheckId check, Report report) {
        return switch (finding.status()) {
            case PASS -> PASSED;
            case WARN -> WARNING;
            case FAIL -> finding.level() == Level.OPTIONAL ? WARNING : FAILURE;
            case NOT_APPLICABLE -> SKIPPED;
            case UNDETERMINED -> leavesDoubt(finding, check, report) ? ERROR : SKIPPED;
        };
    }

    /** As the grade has it (contract, section 3). */
    private static boolean leavesDoubt(FindingView finding, CheckId check, Report report) {
        return finding.level().compareTo(Level.REQUIRED) <= 0
                && report.notTested().stream()
                        .filter(left -> left.subjects() == null)
                        .map(NotTested::check)
                        .noneMatch(check::equals);
    }
}
