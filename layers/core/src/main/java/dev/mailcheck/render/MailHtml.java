package dev.mailcheck.render;

import dev.mailcheck.report.Report;

import java.util.List;

/** The head of a mail in a page: a table of what is known of it. */
final class MailHtml {
    private final HtmlPart part;
    private final Markup out;
    private final MailLines mail;

    MailHtml(HtmlPart part) {
        this.part = part;
        this.out = part.out();
        this.mail = new MailLines(part.words());
    }

    void write(Report report) {
        List<MailLines.Line> lines = mail.of(report);
        if (lines.isEmpty()) {
            return;
        }
        out.block(
                Tag.of("section"),
                () -> {
                    part.heading(1, part.words().phrase("mail"));
                    out.block(
                            Tag.of("table", "strict"),
                            () -> out.block(Tag.of("tbody"), () -> lines.forEach(this::row)));
                });
    }

    private void row(MailLines.Line line) {
        out.block(
                Tag.of("tr"),
                () -> {
                    out.text(Tag.of("th").with("scope", "row"), line.label());
                    out.text(Tag.of("td"), line.value());
                });
    }
}
