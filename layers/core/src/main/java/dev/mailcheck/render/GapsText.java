package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is not known, why, and how the user gets to know it. */
final class GapsText {
    private static final String MARGIN = " -  ";
    private static final int INDENT = MARGIN.length();

    /** Ways out of one gap that are told; more of them say the same about other hosts. */
    private static final int WAYS = 2;

    private final Words words;

    GapsText(Words words) {
        this.words = words;
    }

    void write(Report report, Page page) {
        write("not.judged", Gap.notJudged(report), report, page);
        write("not.tested", Gap.notTested(report), report, page);
    }

    private void write(String heading, List<Gap> gaps, Report report, Page page) {
        if (!gaps.isEmpty()) {
            page.blank().line(Ink.HEADING, 0, words.phrase(heading));
            gaps.forEach(gap -> write(gap, report, page));
        }
    }

    private void write(Gap gap, Report report, Page page) {
        page.hanging(Ink.PLAIN, MARGIN, Ink.PLAIN, what(gap));
        waysOut(gap, report).forEach(way -> page.paragraph(Ink.PLAIN, INDENT, way));
    }

    private String what(Gap gap) {
        String checks = String.join(", ", gap.checks());
        if (gap.reason().isEmpty()) {
            return checks + ": " + gap.findings().getFirst().message();
        }
        String what =
                words.phrase("gap", Map.of("checks", checks, "reason", words.reason(gap.reason())));
        return gap.subjects().isEmpty() ? what : what + " " + String.join(", ", gap.subjects());
    }

    private Stream<String> waysOut(Gap gap, Report report) {
        Optional<String> known = words.phraseIfAny("how." + gap.reason());
        return known.isPresent()
                ? Stream.of(words.phrase("how." + gap.reason(), Map.of("domain", report.domain())))
                : gap.findings().stream().flatMap(GapsText::fix).distinct().limit(WAYS);
    }

    private static Stream<String> fix(FindingView finding) {
        return finding.fix() == null ? Stream.empty() : Stream.of(finding.fix().text());
    }
}
