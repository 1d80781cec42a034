package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is not known for one reason.
 *
 * @param reason its word, empty where the finding says it itself
 * @param checks their words, each once
 * @param subjects hosts and addresses, where not the whole check is missing
 * @param told what the checks say about it
 */
record Gap(String reason, List<String> checks, List<String> subjects, List<Told> told) {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{2,40}");

    /** A finding, with the word of its check. */
    record Told(String check, FindingView finding) {}

    /** What keeps the grade from being final. */
    static List<Gap> doubts(Report report) {
        return notJudged(report, finding -> finding.level().compareTo(Level.REQUIRED) <= 0);
    }

    /** What was tried and could not be judged. */
    static List<Gap> notJudged(Report report) {
        return notJudged(report, finding -> true);
    }

    private static List<Gap> notJudged(Report report, Predicate<FindingView> which) {
        Set<CheckId> excused = excused(report);
        Map<String, List<Gap>> byReason = new LinkedHashMap<>();
        for (CheckView check : report.checks()) {
            for (FindingView finding : check.findings()) {
                if (!excused.contains(check.id()) && isUnknown(finding) && which.test(finding)) {
                    Gap gap = of(check, finding);
                    String key = gap.reason().isEmpty() ? finding.code() : gap.reason();
                    byReason.computeIfAbsent(key, k -> new ArrayList<>()).add(gap);
                }
            }
        }
        return byReason.values().stream().map(Gap::joined).toList();
    }

    /** What was left out. */
    static List<Gap> notTested(Report report) {
        Map<String, List<Gap>> byReason =
                report.notTested().stream()
                        .map(left -> of(left, report))
                        .collect(
                                Collectors.groupingBy(
                                        Gap::reason, LinkedHashMap::new, Collectors.toList()));
        return byReason.values().stream().map(Gap::joined).toList();
    }

    private static Gap of(CheckView check, FindingView finding) {
        String reason = reason(finding);
        String word = check.id().word();
        return new Gap(
                reason,
                List.of(word),
                List.of(finding.subject()),
                List.of(new Told(word, finding)));
    }

    /** Its word; what is no word of ours gives no heading. */
    private static String reason(FindingView finding) {
        String reason = finding.arguments().getOrDefault("reason", "");
        return WORD.matcher(reason).matches() ? reason : "";
    }

    private static Gap of(NotTested left, Report report) {
        List<String> subjects = left.subjects() == null ? List.of() : left.subjects();
        String word = left.check().word();
        List<Told> told =
                report.checks().stream()
                        .filter(check -> check.id() == left.check() && subjects.isEmpty())
                        .flatMap(check -> check.findings().stream())
                        .filter(Gap::isUnknown)
                        .map(finding -> new Told(word, finding))
                        .toList();
        return new Gap(left.reason(), List.of(word), subjects, told);
    }

    private static Gap joined(List<Gap> gaps) {
        return new Gap(
                gaps.getFirst().reason(),
                gaps.stream().map(Gap::checks).flatMap(Collection::stream).distinct().toList(),
                gaps.stream().map(Gap::subjects).flatMap(Collection::stream).distinct().toList(),
                gaps.stream().map(Gap::told).flatMap(Collection::stream).toList());
    }

    private static Set<CheckId> excused(Report report) {
        return report.notTested().stream()
                .filter(left -> left.subjects() == null)
                .map(NotTested::check)
                .collect(Collectors.toSet());
    }

    private static boolean isUnknown(FindingView finding) {
        return finding.status() == Status.UNDETERMINED;
    }
}
