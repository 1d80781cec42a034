package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.Optional;

/**
 * A line for each check: its outcome and the main reason; in verbose reports all that was found.
 */
final class CheckLines {
    private final Words words;
    private final SummaryWords summary;
    private final TextStyle style;

    CheckLines(Words words, TextStyle style) {
        this.words = words;
        this.summary = new SummaryWords(words);
        this.style = style;
    }

    void write(Report report, Page page) {
        page.blank();
        int longest =
                report.checks().stream().mapToInt(c -> c.id().word().length()).max().orElse(0);
        for (CheckView check : report.checks()) {
            String label =
                    Marks.of(check.status()) + "  " + Columns.padded(check.id().word(), longest);
            page.cut(Marks.ink(check.status()), label + "  ", reason(check), others(check));
            if (style.verbose()) {
                check.findings().forEach(finding -> write(finding, page));
                new EvidenceText(page).write(check.evidence());
            }
        }
    }

    private String reason(CheckView check) {
        return main(check).map(summary::of).orElseGet(() -> words.phrase("check.does.not.apply"));
    }

    /** The first of the findings that make the check's outcome. */
    private static Optional<FindingView> main(CheckView check) {
        return check.findings().stream()
                .filter(f -> f.status() == check.status() && f.level() == check.level())
                .findFirst();
    }

    /** How many faults more than the one that is shown. */
    private static String others(CheckView check) {
        long more =
                check.findings().stream()
                        .filter(f -> f.status() == Status.FAIL || f.status() == Status.WARN)
                        .filter(f -> !Optional.of(f).equals(main(check)))
                        .count();
        return more == 0 ? "" : " (+" + more + ")";
    }

    private static void write(FindingView finding, Page page) {
        String label = "      " + Marks.of(finding.status()) + "  ";
        page.hanging(Marks.ink(finding.status()), label, Ink.PLAIN, finding.code());
        page.paragraph(Ink.PLAIN, 12, finding.message());
    }
}
