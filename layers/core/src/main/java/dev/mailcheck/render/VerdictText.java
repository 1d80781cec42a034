package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.Map;

/** The head of a report: the grade first, on a line of its own, however long. */
final class VerdictText {
    private final Words words;
    private final Verdict verdict;

    VerdictText(Words words) {
        this.words = words;
        this.verdict = new Verdict(words);
    }

    void write(Report report, Page page) {
        page.line(Marks.ink(report.grade()), 0, verdict.headline(report));
        String summary = report.scoreCoverage() == 0 ? "summary.without.score" : "summary";
        page.paragraph(Ink.PLAIN, 0, words.phrase(summary, summary(report)));
        verdict.meaning(report).ifPresent(meaning -> page.paragraph(Ink.PLAIN, 0, meaning));
        if (report.provisional()) {
            page.paragraph(Ink.PLAIN, 0, words.phrase("provisional"));
        }
        if (report.lab() != null) {
            page.paragraph(Ink.PLAIN, 0, words.phrase("lab"));
        }
    }

    private Map<String, String> summary(Report report) {
        return Map.of(
                "domain", verdict.subject(report),
                "score", String.valueOf(report.score()),
                "coverage", String.valueOf(report.scoreCoverage()),
                "time", Verdict.time(report));
    }
}
