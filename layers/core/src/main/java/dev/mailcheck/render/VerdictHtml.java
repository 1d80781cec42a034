package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;

import java.util.Map;

/** The head of a report: domain and grade, what the grade means, and each check at a glance. */
final class VerdictHtml {
    private final HtmlPart part;
    private final Markup out;
    private final Verdict verdict;

    VerdictHtml(HtmlPart part) {
        this.part = part;
        this.out = part.out();
        this.verdict = new Verdict(part.words());
    }

    void write(Report report) {
        out.block(
                Tag.of("div", "verdict is-" + report.grade()),
                () -> {
                    out.line()
                            .block(
                                    Tag.of("div", "verdict-top"),
                                    () -> {
                                        part.icon(report.grade().name());
                                        out.block(
                                                Tag.of("div", "verdict-words"),
                                                () -> words(report));
                                        score(report);
                                    });
                    out.block(Tag.of("ul", "glance"), () -> report.checks().forEach(this::glance));
                });
    }

    private void words(Report report) {
        Tag heading = Tag.of("h" + part.level());
        out.block(
                heading.with("id", part.id("report")),
                () -> {
                    out.text(
                            Tag.of("span", "domain").with("translate", "no"),
                            verdict.subject(report));
                    part.unseen(": ");
                    out.text(Tag.of("span", "grade"), verdict.name(report.grade()));
                });
        if (report.grade() == Grade.UNDETERMINED) {
            part.paragraph("meaning", verdict.headline(report));
        }
        verdict.meaning(report).ifPresent(meaning -> part.paragraph("meaning", meaning));
        if (report.provisional()) {
            part.paragraph("note", part.words().phrase("provisional"));
        }
        if (report.lab() != null) {
            part.paragraph("note", part.words().phrase("lab"));
        }
    }

    private void score(Report report) {
        if (report.scoreCoverage() == 0) {
            return;
        }
        out.block(
                Tag.of("div", "score"),
                () -> {
                    ring(report.score());
                    out.in(
                            Tag.of("p"),
                            () -> {
                                part.unseen(part.words().phrase("html.score") + ": ");
                                out.text(Tag.of("b"), String.valueOf(report.score()));
                                out.text(Tag.of("span"), " / 100");
                            });
                    part.paragraph(
                            "coverage",
                            part.words()
                                    .phrase(
                                            "html.coverage",
                                            Map.of(
                                                    "coverage",
                                                    String.valueOf(report.scoreCoverage()))));
                });
    }

    private void ring(int score) {
        Tag circle = Tag.of("circle").with("cx", "20").with("cy", "20").with("r", "17");
        out.in(
                HtmlPart.picture("ring", 40),
                () -> {
                    out.empty(circle.with("class", "track"));
                    out.empty(
                            circle.with("class", "value")
                                    .with("pathLength", "100")
                                    .with("stroke-dasharray", score + " 100"));
                });
    }

    private void glance(CheckView check) {
        Status status = check.status();
        out.block(
                Tag.of("li"),
                () ->
                        out.in(
                                Tag.of("a", "is-" + status).to(part.id(check.id().word())),
                                () -> {
                                    part.icon(status.name());
                                    out.text(Tag.of("span"), check.id().word());
                                    part.unseen(
                                            ": " + part.words().phrase("status.name." + status));
                                }));
    }
}
