package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report as one page that needs nothing else: no script, no image, no other file. Read on a
 * screen or a phone, in light or dark, or printed. Several reports stand behind a table of them
 * all.
 *
 * <p>What may be copied bears {@code data-copy}, for those who add buttons. The page holds the
 * policy of {@link PageStyle} itself, so that it is kept where no server sends it.
 */
public final class HtmlRenderer implements Renderer {
    private final Words words;
    private final PageStyle style;

    /**
     * @param words in the language the reports are in
     */
    public HtmlRenderer(Words words) {
        this.words = words;
        this.style = PageStyle.load();
    }

    @Override
    public String render(List<Report> reports) {
        return new HtmlDocument(words, style.css(), style.policy(), Optional.empty())
                .write(title(reports), out -> {}, out -> body(reports, out));
    }

    private String title(List<Report> reports) {
        Report first = reports.getFirst();
        return reports.size() == 1
                ? words.phrase(
                        "html.title",
                        Map.of(
                                "domain", new Verdict(words).subject(first),
                                "grade", new Verdict(words).name(first.grade())))
                : words.phrase("overview", count(reports)) + " - mailcheck";
    }

    private static Map<String, String> count(List<Report> reports) {
        return Map.of("count", String.valueOf(reports.size()));
    }

    private void body(List<Report> reports, Markup out) {
        out.block(
                Tag.of("header", "top"),
                () -> {
                    out.text(Tag.of("p", "brand"), "mailcheck");
                    out.text(Tag.of("p", "when"), Verdict.time(reports.getFirst()));
                });
        out.block(
                Tag.of("main"),
                () -> {
                    if (reports.size() > 1) {
                        new OverviewHtml(new HtmlPart(out.line(), words, "all", 1)).write(reports);
                    }
                    int level = reports.size() == 1 ? 1 : 2;
                    for (int i = 0; i < reports.size(); i++) {
                        write(reports.get(i), new HtmlPart(out, words, "r" + (i + 1), level));
                    }
                });
        out.block(Tag.of("footer", "bottom"), () -> out.text(reports.getFirst().tool()));
    }

    /** One report as a part of a page. */
    static void write(Report report, HtmlPart part) {
        part.out()
                .block(
                        Tag.of("article").with("aria-labelledby", part.id("report")),
                        () -> {
                            NotesHtml notes = new NotesHtml(part);
                            GapsHtml gaps = new GapsHtml(part);
                            new VerdictHtml(part).write(report);
                            new MailHtml(part).write(report);
                            new ToDoHtml(part).write(report);
                            notes.trial(report);
                            gaps.write("not.judged", Gap.notJudged(report), report);
                            notes.outlook(report);
                            notes.strictSenders(report);
                            new ChecksHtml(part).write(report);
                            gaps.write("not.tested", Gap.notTested(report), report);
                            notes.vantage(report);
                        });
    }
}
