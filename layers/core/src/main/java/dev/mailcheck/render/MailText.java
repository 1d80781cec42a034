package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.List;

/** The head of a mail for a terminal: a label, and beside it what is known. */
final class MailText {
    private final MailLines mail;

    MailText(Words words) {
        this.mail = new MailLines(words);
    }

    void write(Report report, Page page) {
        List<MailLines.Line> lines = mail.of(report);
        if (lines.isEmpty()) {
            return;
        }
        page.blank();
        int width = lines.stream().mapToInt(line -> Columns.of(line.label())).reduce(0, Math::max);
        lines.forEach(line ->
                page.hanging(
                        Ink.FAINT,
                        "  " + Columns.padded(line.label(), width) + "  ",
                        Ink.PLAIN,
                        line.value()));
    }
}
