package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;

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
        Markup out = Markup.html();
        out.block(
                Tag.of("html").with("lang", words.language().word()),
                () -> {
                    out.line().block(Tag.of("head"), () -> head(reports, out));
                    out.block(Tag.of("body"), () -> body(reports, out));
                });
        return out.toString();
    }

    private void head(List<Report> reports, Markup out) {
        out.line().empty(Tag.of("meta").with("charset", "utf-8")).line();
        meta("viewport", "width=device-width, initial-scale=1", out);
        meta("color-scheme", "light dark", out);
        meta("robots", "noindex", out);
        meta("referrer", "no-referrer", out);
        out.empty(
                        Tag.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", style.policy()))
                .line();
        out.text(Tag.of("title"), title(reports)).line();
        out.style(style);
    }

    private static void meta(String name, String content, Markup out) {
        out.empty(Tag.of("meta").with("name", name).with("content", content)).line();
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
        HtmlIcons.define(out.line());
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

    private static void write(Report report, HtmlPart part) {
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
