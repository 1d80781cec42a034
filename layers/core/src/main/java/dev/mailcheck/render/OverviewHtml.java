package dev.mailcheck.render;

import dev.mailcheck.report.Report;

import java.util.List;
import java.util.Map;

/** Several domains and their grades, each leading to its report. */
final class OverviewHtml {
    private final HtmlPart part;
    private final Markup out;
    private final Verdict verdict;

    OverviewHtml(HtmlPart part) {
        this.part = part;
        this.out = part.out();
        this.verdict = new Verdict(part.words());
    }

    void write(List<Report> reports) {
        out.block(
                Tag.of("section", "overview"),
                () -> {
                    Map<String, String> count = Map.of("count", String.valueOf(reports.size()));
                    part.heading(0, part.words().phrase("overview", count));
                    out.block(
                            Tag.of("table"),
                            () -> {
                                out.block(
                                        Tag.of("thead"),
                                        () ->
                                                out.in(
                                                        Tag.of("tr"),
                                                        () ->
                                                                List.of(
                                                                                "domain", "grade",
                                                                                "score", "faults")
                                                                        .forEach(
                                                                                this::columnHead)));
                                out.block(
                                        Tag.of("tbody"),
                                        () -> {
                                            for (int i = 0; i < reports.size(); i++) {
                                                row(reports.get(i), "r" + (i + 1) + "-report");
                                            }
                                        });
                            });
                });
    }

    private void columnHead(String name) {
        out.text(Tag.of("th").with("scope", "col"), part.words().phrase("overview." + name));
    }

    private void row(Report report, String id) {
        Overview line = Overview.of(report);
        out.block(
                Tag.of("tr", "is-" + report.grade()),
                () -> {
                    out.in(
                            Tag.of("th").with("scope", "row"),
                            () ->
                                    out.in(
                                            Tag.of("a").to(id),
                                            () ->
                                                    out.text(
                                                            Tag.of("span").with("translate", "no"),
                                                            Verdict.domain(report))));
                    out.in(
                            Tag.of("td"),
                            () ->
                                    out.in(
                                            Tag.of("span", "badge is-" + report.grade()),
                                            () -> {
                                                part.icon(report.grade().name());
                                                out.text(verdict.name(report.grade()));
                                            }));
                    out.text(Tag.of("td", "number"), line.score());
                    out.text(Tag.of("td", "number"), line.faults());
                });
    }
}
