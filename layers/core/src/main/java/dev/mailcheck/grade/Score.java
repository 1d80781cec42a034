package dev.mailcheck.grade;

import dev.mailcheck.check.Status;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sums behind score and coverage, in halves of a weight, because a WARN counts half. A code
 * counts once, however many subjects it names: ten hosts with one fault are one fault.
 */
record Score(int passed, int judged, int all) {
    static Score of(List<Outcome> outcomes, List<NotTested> notRun) {
        int passed = 0;
        int judged = 0;
        int all = 0;
        for (Outcome outcome : once(outcomes)) {
            int weight = outcome.level().weight();
            passed += halves(outcome.status()) * weight;
            judged += outcome.status() == Status.UNDETERMINED ? 0 : 2 * weight;
            all += 2 * weight;
        }
        for (NotTested left : notRun) {
            all += 2 * MainLevel.of(left.check()).weight();
        }
        return new Score(passed, judged, all);
    }

    private static Collection<Outcome> once(List<Outcome> outcomes) {
        Map<String, Outcome> byCode = new LinkedHashMap<>();
        outcomes.stream()
                .filter(outcome -> outcome.status() != Status.NOT_APPLICABLE)
                .forEach(outcome -> byCode.putIfAbsent(outcome.code(), outcome));
        return byCode.values();
    }

    private static int halves(Status status) {
        return switch (status) {
            case PASS -> 2;
            case WARN -> 1;
            case FAIL, UNDETERMINED, NOT_APPLICABLE -> 0;
        };
    }

    /** 0 to 100 over what was judged; 0 where nothing was. */
    int percent() {
        return judged == 0 ? 0 : Math.round(100f * passed / judged);
    }

    /** The share of the weight that was judged, in per cent. */
    int coverage() {
        return all == 0 ? 0 : Math.round(100f * judged / all);
    }
}
