package dev.mailcheck.grade;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;

import java.util.ArrayList;
import java.util.List;

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
        return of(Outcome.of(results), notRun, excused);
    }

    static Grading of(List<Outcome> outcomes, List<NotTested> notRun, List<NotTested> excused) {
        Score score = Score.of(outcomes, notRun);
        return new Grading(
                grade(outcomes, true),
                grade(outcomes, false),
                !excused.isEmpty(),
                score.percent(),
                score.coverage(),
                excused);
    }

    private static Grade grade(List<Outcome> outcomes, boolean unknownCounts) {
        if (anyFail(outcomes, Level.CRITICAL)) {
            return Grade.DANGEROUS;
        }
        if (anyFail(outcomes, Level.REQUIRED)) {
            return Grade.MAIL_SYSTEM_NEEDS_WORK;
        }
        if (unknownCounts && outcomes.stream().anyMatch(Grading::leavesDoubt)) {
            return Grade.UNDETERMINED;
        }
        return anyFail(outcomes, Level.RECOMMENDED) ? Grade.DNS_NEEDS_WORK : Grade.SECURE;
    }

    private static boolean anyFail(List<Outcome> outcomes, Level level) {
        return outcomes.stream().anyMatch(o -> o.status() == Status.FAIL && o.level() == level);
    }

    private static boolean leavesDoubt(Outcome outcome) {
        return outcome.status() == Status.UNDETERMINED
                && !outcome.excused()
                && outcome.level().compareTo(Level.REQUIRED) <= 0;
    }
}
