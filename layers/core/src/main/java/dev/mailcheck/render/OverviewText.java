package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;

/** Several domains in a table, behind their reports: a terminal shows its end. */
final class OverviewText {
    private final Words words;
    private final Verdict verdict;

    OverviewText(Words words) {
        this.words = words;
        this.verdict = new Verdict(words);
    }

    void write(List<Report> reports, Page page) {
        page.line(
                Ink.HEADING,
                0,
                words.phrase("overview", Map.of("count", String.valueOf(reports.size()))));
        int grade =
                reports.stream()
                        .map(report -> verdict.name(report.grade()))
                        .mapToInt(Columns::of)
                        .reduce(Columns.of(words.phrase("overview.grade")), Math::max);
        page.line(Ink.FAINT, 0, head(grade));
        reports.forEach(report -> write(report, grade, page));
    }

    private String head(int grade) {
        return Columns.padded(words.phrase("overview.grade"), grade)
                + "  "
                + words.phrase("overview.score")
                + "  "
                + words.phrase("overview.faults")
                + "  "
                + words.phrase("overview.domain");
    }

    /** The domain last, and never cut. */
    private void write(Report report, int grade, Page page) {
        Overview line = Overview.of(report);
        String numbers =
                right(line.score(), words.phrase("overview.score"))
                        + "  "
                        + right(line.faults(), words.phrase("overview.faults"))
                        + "  ";
        page.row(
                Marks.ink(report.grade()),
                Columns.padded(verdict.name(report.grade()), grade) + "  ",
                numbers + Verdict.domain(report));
    }

    private static String right(String number, String head) {
        return " ".repeat(Math.max(0, Columns.of(head) - number.length())) + number;
    }
}
