package dev.mailcheck.render;

import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to do, in order of effect on the grade; one item for a fault, however many hosts have it.
 */
final class ToDoText {
    private static final int INDENT = 4;

    /** So many hosts of one fault are told apart; what holds for three holds for the others. */
    private static final int TOLD = 3;

    private final Words words;

    ToDoText(Words words) {
        this.words = words;
    }

    void write(Report report, Page page) {
        int number = 0;
        String heading = "";
        for (List<FindingView> item : items(report)) {
            String here = heading(item.getFirst());
            page.blank();
            if (!here.equals(heading)) {
                heading = here;
                page.line(Ink.HEADING, 0, words.phrase(heading));
            }
            write(++number, item, page);
        }
    }

    private static String heading(FindingView finding) {
        return finding.level() == Level.OPTIONAL ? "to.do.optional" : "to.do";
    }

    private static Collection<List<FindingView>> items(Report report) {
        return report.checks().stream()
                .flatMap(check -> check.findings().stream())
                .filter(f -> f.status() == Status.FAIL || f.status() == Status.WARN)
                .sorted(Comparator.comparing(FindingView::level).thenComparing(FindingView::status))
                .collect(
                        Collectors.groupingBy(
                                FindingView::code, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private void write(int number, List<FindingView> item, Page page) {
        FindingView first = item.getFirst();
        String label = String.format("%2d. ", number);
        String weight = words.phrase("level." + first.level());
        page.hanging(
                Ink.PLAIN,
                label,
                Marks.ink(first.status()),
                first.code() + " (" + Marks.of(first.status()) + ", " + weight + ")");
        byFix(item).forEach(same -> writeSame(same, page));
    }

    /** Findings whose cure differs in nothing but the host together. */
    private static Collection<List<FindingView>> byFix(List<FindingView> item) {
        return item.stream()
                .collect(
                        Collectors.groupingBy(
                                finding -> fixText(finding).replace(finding.subject(), ""),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values();
    }

    private static String fixText(FindingView finding) {
        return finding.fix() == null ? "" : finding.fix().text();
    }

    private void writeSame(List<FindingView> findings, Page page) {
        findings.stream()
                .limit(TOLD)
                .map(FindingView::message)
                .distinct()
                .forEach(message -> page.paragraph(Ink.HEADING, INDENT, message));
        likewise("same.for", findings.stream().skip(TOLD).toList(), page);
        String cure = fixText(findings.getFirst());
        cure.lines().forEach(line -> page.paragraph(Ink.PLAIN, INDENT, line));
        likewise(
                "likewise",
                findings.stream().filter(finding -> !fixText(finding).equals(cure)).toList(),
                page);
        findings.stream()
                .flatMap(finding -> file(finding).stream())
                .distinct()
                .forEach(file -> writeFile(file, page));
        findings.stream()
                .flatMap(finding -> record(finding).stream())
                .distinct()
                .forEach(record -> write(record, page));
    }

    private void likewise(String phrase, List<FindingView> others, Page page) {
        if (!others.isEmpty()) {
            String subjects =
                    others.stream()
                            .map(FindingView::subject)
                            .distinct()
                            .collect(Collectors.joining(", "));
            page.paragraph(Ink.PLAIN, INDENT, words.phrase(phrase, Map.of("subjects", subjects)));
        }
    }

    private static Optional<ProposedRecord> record(FindingView finding) {
        return Optional.ofNullable(finding.fix()).flatMap(f -> Optional.ofNullable(f.record()));
    }

    private static Optional<String> file(FindingView finding) {
        return Optional.ofNullable(finding.fix()).flatMap(f -> Optional.ofNullable(f.file()));
    }

    private void writeFile(String file, Page page) {
        page.line(Ink.PLAIN, INDENT, words.phrase("file"));
        page.blank();
        file.lines().forEach(line -> page.line(Ink.HEADING, 0, line));
        page.blank();
    }

    /** On a line of its own and never broken: it is copied. The form is that of {@code --with}. */
    private void write(ProposedRecord record, Page page) {
        page.line(Ink.PLAIN, INDENT, words.phrase("record"));
        page.blank();
        page.line(Ink.HEADING, 0, record.name() + " " + record.type() + " " + record.value());
    }
}
