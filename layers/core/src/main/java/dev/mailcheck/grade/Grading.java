package dev.mailcheck.grade;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Finding;
import dev.mailcheck.check.FindingCode;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        Score score = Score.of(results, notRun.stream().map(NotTested::check).toList());
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
        return results.stream()
                .flatMap(result -> result.findings().stream())
                .anyMatch(f -> f.status() == Status.FAIL && f.level() == level);
    }

    private static boolean leavesDoubt(CheckResult result) {
        return result.excuse().isEmpty()
                && result.findings().stream()
                        .filter(f -> f.status() == Status.UNDETERMINED)
                        .anyMatch(f -> f.level().compareTo(Level.REQUIRED) <= 0);
    }

    /** The sums behind the score: each code counts once a check, however many subjects it names. */
    private record Score(int passed, int judged, int all) {
        static Score of(List<CheckResult> results, List<CheckId> notRun) {
            int passed = 0;
            int judged = 0;
            int all = 0;
            for (FindingCode code : codes(results).toList()) {
                int weight = 2 * code.level().weight();
                passed += code.status() == Status.PASS ? weight : 0;
                passed += code.status() == Status.WARN ? weight / 2 : 0;
                judged += code.status() == Status.UNDETERMINED ? 0 : weight;
                all += weight;
            }
            for (CheckId id : notRun) {
                all += 2 * FindingCode.notKnown(id).level().weight();
            }
            return new Score(passed, judged, all);
        }

        private static Stream<FindingCode> codes(List<CheckResult> results) {
            Predicate<FindingCode> counts = code -> code.status() != Status.NOT_APPLICABLE;
            Map<FindingCode, Long> once =
                    results.stream()
                            .flatMap(result -> result.findings().stream())
                            .map(Finding::code)
                            .filter(counts)
                            .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
            return once.keySet().stream();
        }

        int percent() {
            return judged == 0 ? 0 : Math.round(100f * passed / judged);
        }

        int coverage() {
            return all == 0 ? 0 : Math.round(100f * judged / all);
        }
    }
}
