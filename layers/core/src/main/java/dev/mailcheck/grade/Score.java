package dev.mailcheck.grade;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Finding;
import dev.mailcheck.check.FindingCode;
import dev.mailcheck.check.Status;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The sums behind score and coverage, in halves of a weight, because a WARN counts half. A code
 * counts once, however many subjects it names: ten hosts with one fault are one fault.
 */
record Score(int passed, int judged, int all) {
    static Score of(List<CheckResult> results, List<NotTested> notRun) {
        int passed = 0;
        int judged = 0;
        int all = 0;
        for (FindingCode code : codes(results)) {
            int weight = code.level().weight();
            passed += halves(code.status()) * weight;
            judged += code.status() == Status.UNDETERMINED ? 0 : 2 * weight;
            all += 2 * weight;
        }
        for (NotTested left : notRun) {
            all += 2 * MainLevel.of(left.check()).weight();
        }
        return new Score(passed, judged, all);
    }

    private static Set<FindingCode> codes(List<CheckResult> results) {
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        results.stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.status() != Status.NOT_APPLICABLE)
                .map(Finding::code)
                .forEach(codes::add);
        return codes;
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
