package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing to do: a fault, however many hosts have it.
 *
 * @param cures what to do about it, one for each way that differs in more than the host
 */
record ToDo(CheckId check, String code, Status status, Level level, List<Cure> cures) {
    /** So many hosts of one fault are told apart; what holds for three holds for the others. */
    private static final int TOLD = 3;

    /** All that a report asks for, in order of effect on the grade. */
    static List<ToDo> of(Report report) {
        return report.checks().stream()
                .flatMap(check -> of(check).stream())
                .sorted(Comparator.comparing(ToDo::level).thenComparing(ToDo::status))
                .toList();
    }

    private static List<ToDo> of(CheckView check) {
        List<FindingView> faults = check.findings().stream().filter(ToDo::isFault).toList();
        return grouped(faults, FindingView::code).values().stream()
                .map(same -> of(check.id(), same))
                .toList();
    }

    static boolean isFault(FindingView finding) {
        return finding.status() == Status.FAIL || finding.status() == Status.WARN;
    }

    private static ToDo of(CheckId check, List<FindingView> findings) {
        FindingView first = findings.getFirst();
        return new ToDo(
                check,
                first.code(),
                first.status(),
                first.level(),
                grouped(findings, ToDo::textWithoutHost).values().stream().map(Cure::new).toList());
    }

    private static Map<String, List<FindingView>> grouped(
            List<FindingView> findings, Function<FindingView, String> key) {
        return findings.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static String textWithoutHost(FindingView finding) {
        return text(finding).replace(finding.subject(), "");
    }

    private static String text(FindingView finding) {
        return finding.fix() == null ? "" : finding.fix().text();
    }

    boolean optional() {
        return level == Level.OPTIONAL;
    }

    /** Findings whose cure differs in nothing but the host. */
    record Cure(List<FindingView> findings) {
        /** Those that are told in full. */
        List<FindingView> told() {
            return findings.stream().limit(TOLD).toList();
        }

        /** The hosts that have the same fault besides. */
        List<String> others() {
            return subjects(findings.stream().skip(TOLD).toList());
        }

        String text() {
            return ToDo.text(findings.getFirst());
        }

        /** The hosts for which to do likewise. */
        List<String> likewise() {
            return subjects(
                    findings.stream()
                            .filter(finding -> !ToDo.text(finding).equals(text()))
                            .toList());
        }

        private static List<String> subjects(List<FindingView> findings) {
            return findings.stream().map(FindingView::subject).distinct().toList();
        }

        List<ProposedRecord> records() {
            return given(Fix::record);
        }

        /** Contents of files to put on a server. */
        List<String> files() {
            return given(Fix::file);
        }

        private <T> List<T> given(Function<Fix, @Nullable T> part) {
            return findings.stream()
                    .flatMap(finding -> Optional.ofNullable(finding.fix()).stream())
                    .flatMap(fix -> Optional.ofNullable(part.apply(fix)).stream())
                    .distinct()
                    .toList();
        }
    }
}
