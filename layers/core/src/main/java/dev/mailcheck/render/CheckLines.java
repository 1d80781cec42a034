package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

/**
 * A line for each check: its outcome and the main reason; in verbose reports all that was found.
 */
final class CheckLines {
    private final Words words;
    private final TextStyle style;

    CheckLines(Words words, TextStyle style) {
        this.words = words;
        this.style = style;
    }

    void write(Report report, Page page) {
        page.blank();
        int longest =
                report.checks().stream().mapToInt(c -> c.id().word().length()).max().orElse(0);
        for (CheckView check : report.checks()) {
            String label =
                    Marks.of(check.status()) + "  " + Columns.padded(check.id().word(), longest);
            CheckSummary summary = CheckSummary.of(check, words);
            String others = summary.more() == 0 ? "" : " (+" + summary.more() + ")";
            page.cut(Marks.ink(check.status()), label + "  ", summary.reason(), others);
            if (style.verbose()) {
                check.findings().forEach(finding -> write(finding, page));
                new EvidenceText(page).write(check.evidence());
            }
        }
    }

    private static void write(FindingView finding, Page page) {
        String label = "      " + Marks.of(finding.status()) + "  ";
        page.hanging(Marks.ink(finding.status()), label, Ink.PLAIN, finding.code());
        page.paragraph(Ink.PLAIN, 12, finding.message());
    }
}
