package dev.mailcheck.grade;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Finding;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict over all check results (contract, section 3).
 *
 * @param grade with the rule "what could not be judged"
 * @param soFar without it
 * @param provisional true where something was excused
 * @param score 0 to 100 over what was judged
 * @param coverage the share of the weight that was judged, in per cent
 */
public record Grading(
        Grade grade,
        Grade soFar,
        boolean provisional,
        int score,
        int coverage,
        List<NotTested> notTested) {
    public Grading {
        notTested = List.copyOf(notTested);
    }

    /**
     * Grades and scores the results of one report.
     *
     * @param notRun checks that this kind of report does not run, with the reason
     */
    public static Grading of(List<CheckResult> results, List<NotTested> notRun) {
        List<NotTested> excused = new ArrayList<>(notRun);
        results.forEach(result ->
                result.excuse().ifPresent(why -> excused.add(new NotTested(result.id(), why))));
        Score score = Score.of(results, notRun);
        return new Grading(
                grade(results, true),
                grade(results, false),
                !excused.isEmpty(),
                score.percent(),
                score.coverage(),
                excused);
    }

    private static Grade grade(List<CheckResult> results, boolean unknownCounts) {
        if (anyFail(results, Level.CRITICAL)) {
            return Grade.DANGEROUS;
        }
        if (anyFail(results, Level.REQUIRED)) {
            return Grade.MAIL_SYSTEM_NEEDS_WORK;
        }
        if (unknownCounts && results.stream().anyMatch(Grading::leavesDoubt)) {
            return Grade.UNDETERMINED;
        }
        return anyFail(results, Level.RECOMMENDED) ? Grade.DNS_NEEDS_WORK : Grade.SECURE;
    }

    private static boolean anyFail(List<CheckResult> results, Level level) {
        return findings(results).anyMatch(f -> f.status() == Status.FAIL && f.level() == level);
    }

    private static Stream<Finding> findings(List<CheckResult> results) {
        return results.stream().flatMap(result -> result.findings().stream());
    }

    private static boolean leavesDoubt(CheckResult result) {
        return result.excuse().isEmpty()
                && result.findings().stream()
                        .filter(f -> f.status() == Status.UNDETERMINED)
                        .anyMatch(f -> f.level().compareTo(Level.REQUIRED) <= 0);
    }
}
