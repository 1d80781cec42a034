package dev.mailcheck.render;

import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;

/**
 * The report as a letter: the grade, the few things to do that help most, and the link to the rest.
 * It quotes nothing of the mail it answers. As text and as HTML without anything to fetch.
 */
public final class AnswerLetter {
    private static final int MOST_TODOS = 3;
    private static final int MOST_LINES = 8;
    private static final int MOST_RECORDS = 2;
    private static final String CSS =
            """
            body { margin: 0; padding: 1.2rem; font: 400 16px/1.55 sans-serif; color: #1b2027; background: #fff; }
            .letter { max-width: 38rem; margin: 0 auto; overflow-wrap: anywhere; }
            h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 .3rem; }
            h2 { font-size: 1.08rem; margin: 1.8rem 0 .4rem; }
            h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
            p { margin: .35rem 0; }
            .soft { color: #59626e; font-size: .9rem; }
            code { display: block; margin: .4rem 0; padding: .6rem .7rem; background: #f1f3f6; border-radius: 6px; font: 14px/1.5 monospace; overflow-wrap: anywhere; }
            .all a { display: inline-block; margin: .4rem 0; padding: .7rem 1.2rem; border-radius: 8px; background: #1f5fbf; color: #fff; font-weight: 600; text-decoration: none; }
            @media (prefers-color-scheme: dark) {
            body { color: #e6e9ee; background: #14171c; }
            .soft { color: #a3adba; }
            code { background: #232831; }
            }
            """;

    private final Words words;
    private final Report report;
    private final Circumstances circumstances;
    private final Verdict verdict;
    private final List<ToDo> first;
    private final int more;

    /**
     * What the letter says besides.
     *
     * @param link that opens the whole report
     * @param until the day until which it can be read
     * @param address that was written to
     * @param vouched in the words of the letter, why it goes where it goes
     */
    public record Circumstances(String link, String until, String address, String vouched) {}

    public AnswerLetter(Words words, Report report, Circumstances circumstances) {
        this.words = words;
        this.report = report;
        this.circumstances = circumstances;
        this.verdict = new Verdict(words);
        List<ToDo> all = ToDo.of(report).stream().filter(item -> !item.optional()).toList();
        this.first = all.stream().limit(MOST_TODOS).toList();
        this.more = all.size() - first.size();
    }

    /** The subject: the grade, and of which domain. */
    public String subject() {
        Map<String, String> arguments =
                Map.of("grade", verdict.name(report.grade()), "domain", Verdict.domain(report));
        return words.answer(report.domain().isEmpty() ? "subject.mail" : "subject", arguments);
    }

    private String todosHeading() {
        return words.answer(first.isEmpty() ? "nothing" : "first");
    }

    private String summary(ToDo item) {
        return new SummaryWords(words).of(item.cures().getFirst().findings().getFirst());
    }

    private static List<String> cure(ToDo item) {
        return item.cures().getFirst().text().lines().limit(MOST_LINES).toList();
    }

    private static List<ProposedRecord> records(ToDo item) {
        return item.cures().stream()
                .flatMap(cure -> cure.records().stream())
                .distinct()
                .limit(MOST_RECORDS)
                .toList();
    }

    private String moreWords() {
        return words.answer("more", Map.of("count", String.valueOf(more)));
    }

    private List<String> ending() {
        return List.of(
                words.answer("attached"),
                words.answer("kept", Map.of("day", circumstances.until())),
                words.answer(
                        "why." + circumstances.vouched(),
                        Map.of("address", circumstances.address())),
                words.answer("automatic"));
    }

    /** The letter as plain text. */
    public String text() {
        Page page = new Page(false);
        page.paragraph(Ink.PLAIN, 0, verdict.headline(report));
        page.paragraph(Ink.PLAIN, 0, verdict.subject(report));
        verdict.meaning(report).ifPresent(meaning -> page.paragraph(Ink.PLAIN, 0, meaning));
        page.blank().line(Ink.PLAIN, 0, todosHeading());
        for (int i = 0; i < first.size(); i++) {
            text(i + 1, first.get(i), page);
        }
        if (more > 0) {
            page.blank().paragraph(Ink.PLAIN, 0, moreWords());
        }
        page.blank().line(Ink.PLAIN, 0, words.answer("all"));
        page.line(Ink.PLAIN, 0, circumstances.link()).blank();
        ending().forEach(line -> page.paragraph(Ink.PLAIN, 0, line));
        return page.toString();
    }

    private void text(int number, ToDo item, Page page) {
        page.blank().hanging(Ink.PLAIN, number + ". ", Ink.PLAIN, summary(item));
        cure(item).forEach(line -> page.paragraph(Ink.PLAIN, 3, line));
        for (ProposedRecord record : records(item)) {
            page.line(Ink.PLAIN, 3, words.phrase("record"));
            page.blank().line(Ink.PLAIN, 0, record.line()).blank();
        }
    }

    /** The letter as HTML. */
    public String html() {
        Markup out = Markup.html();
        out.block(
                Tag.of("html").with("lang", words.language().word()),
                () -> {
                    out.block(Tag.of("head"), () -> head(out));
                    out.block(
                            Tag.of("body"),
                            () -> out.block(Tag.of("div", "letter"), () -> body(out)));
                });
        return out.toString();
    }

    private void head(Markup out) {
        out.empty(Tag.of("meta").with("charset", "utf-8")).line();
        out.empty(
                        Tag.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1"))
                .line();
        out.empty(Tag.of("meta").with("name", "color-scheme").with("content", "light dark")).line();
        out.text(Tag.of("title"), subject()).line().style(CSS);
    }

    /** The word for programs would be the longest of the letter, and breaks on a phone. */
    private String heading() {
        return report.grade() == Grade.UNDETERMINED
                ? verdict.headline(report)
                : verdict.name(report.grade());
    }

    private void body(Markup out) {
        out.text(Tag.of("h1"), heading()).line();
        out.text(Tag.of("p", "soft"), verdict.subject(report)).line();
        verdict.meaning(report).ifPresent(meaning -> out.text(Tag.of("p"), meaning).line());
        out.text(Tag.of("h2"), todosHeading()).line();
        for (int i = 0; i < first.size(); i++) {
            html(i + 1, first.get(i), out);
        }
        if (more > 0) {
            out.text(Tag.of("p", "soft"), moreWords()).line();
        }
        out.block(
                Tag.of("p", "all"),
                () -> out.text(Tag.of("a").away(circumstances.link()), words.answer("all.link")));
        ending().forEach(line -> out.text(Tag.of("p", "soft"), line).line());
    }

    private void html(int number, ToDo item, Markup out) {
        out.text(Tag.of("h3"), number + ". " + summary(item)).line();
        cure(item).forEach(line -> out.text(Tag.of("p"), line).line());
        for (ProposedRecord record : records(item)) {
            out.text(Tag.of("p", "soft"), words.phrase("record")).line();
            out.text(Tag.of("code"), record.line()).line();
        }
    }
}
