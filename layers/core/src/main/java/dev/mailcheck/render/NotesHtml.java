package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.StrictSender;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What lies ahead, what senders that insist on TLS do, and from where all this was seen. */
final class NotesHtml {
    private final HtmlPart part;
    private final Markup out;
    private final Notes notes;

    NotesHtml(HtmlPart part) {
        this.part = part;
        this.out = part.out();
        this.notes = new Notes(part.words());
    }

    /** How records may be tried, behind those that are proposed. */
    void trial(Report report) {
        notes.oneByOne(report).ifPresent(warning -> part.paragraph("note", warning));
        notes.trial(report).ifPresent(command -> part.paragraph("note", command));
    }

    void outlook(Report report) {
        if (report.outlook().isEmpty()) {
            return;
        }
        out.block(
                Tag.of("section"),
                () -> {
                    part.heading(1, part.words().phrase("outlook"));
                    out.block(
                            Tag.of("ul", "outlook"),
                            () ->
                                    report.outlook().stream()
                                            .map(notes::outlook)
                                            .forEach(text -> out.text(Tag.of("li"), text).line()));
                });
    }

    void strictSenders(Report report) {
        List<StrictSender> ruled = StrictSendersText.ruled(report);
        if (ruled.isEmpty()) {
            return;
        }
        out.block(
                Tag.of("section"),
                () -> {
                    part.heading(1, part.words().phrase("strict.senders"));
                    part.paragraph("note", part.words().phrase("strict.senders.meaning"));
                    out.block(
                            Tag.of("table", "strict"),
                            () -> {
                                out.in(
                                        Tag.of("thead"),
                                        () ->
                                                out.in(
                                                        Tag.of("tr"),
                                                        () ->
                                                                List.of("mx", "mta-sts", "dane")
                                                                        .forEach(
                                                                                this::columnHead)));
                                out.block(Tag.of("tbody"), () -> ruled.forEach(this::write));
                            });
                });
    }

    private void columnHead(String name) {
        out.text(
                Tag.of("th").with("scope", "col"),
                part.words().phrase("strict.senders.column." + name));
    }

    private void write(StrictSender sender) {
        out.block(
                Tag.of("tr"),
                () -> {
                    out.in(
                            Tag.of("td"),
                            () -> {
                                out.text(sender.mx()).empty(Tag.of("br"));
                                out.text(Tag.of("small"), sender.address());
                                out.empty(Tag.of("br"));
                                out.text(Tag.of("small"), sender.why());
                            });
                    outcome(sender.mtaSts());
                    outcome(sender.dane());
                });
    }

    private void outcome(@Nullable String word) {
        String key = word == null ? "not.known" : word;
        out.text(Tag.of("td"), part.words().phrase("strict.senders." + key));
    }

    void vantage(Report report) {
        out.block(
                Tag.of("section", "vantage"),
                () -> {
                    part.heading(1, part.words().phrase("html.about"));
                    if (!report.kind().equals("mail")) {
                        part.paragraph("note", notes.vantage(report.vantage()));
                    }
                    notes.authenticationResults(report)
                            .ifPresent(field -> part.paragraph("note", field));
                    part.paragraph("note", Verdict.time(report) + " · " + report.tool());
                    part.paragraph("note", part.words().phrase("read.on"));
                });
    }
}
