package dev.mailcheck.render;

import dev.mailcheck.report.Report;

import java.util.Map;

/** A finished check: the report as it is everywhere, and what can be done with it. */
public final class ResultPage {
    private final Site site;

    /**
     * Where the result is.
     *
     * @param self the path of the page
     * @param address the same with the host, to be kept
     * @param again the path where the domain can be checked again
     * @param until the day until which it is kept
     */
    public record Place(String self, String address, String again, String until) {}

    public ResultPage(Site site) {
        this.site = site;
    }

    /** The page; the report is in the language of the site. */
    public String write(Report report, Place place) {
        String title =
                site.words()
                        .phrase(
                                "html.title",
                                Map.of(
                                        "domain",
                                        Verdict.domain(report),
                                        "grade",
                                        new Verdict(site.words()).name(report.grade())));
        return site.page(
                title,
                place.self(),
                part -> {
                    again(place, part);
                    HtmlRenderer.write(report, part);
                    keep(place, part);
                });
    }

    private void again(Place place, HtmlPart part) {
        part.out()
                .in(
                        Tag.of("p", "again"),
                        () ->
                                part.out()
                                        .text(
                                                Tag.of("a").local("href", place.again()),
                                                site.say("result.again")))
                .line();
    }

    private void keep(Place place, HtmlPart part) {
        Markup out = part.out();
        out.block(
                Tag.of("section", "keep"),
                () -> {
                    part.heading(1, site.say("result.keep"));
                    part.paragraph("note", site.say("result.private"));
                    out.in(Tag.of("p", "command"), () -> part.copied(place.address())).line();
                    part.paragraph("note", site.say("result.until", Map.of("day", place.until())));
                    out.in(Tag.of("p", "downloads"), () -> downloads(place, part)).line();
                    badge(place, part);
                });
    }

    private void downloads(Place place, HtmlPart part) {
        Markup out = part.out();
        out.text(site.say("result.download") + " ");
        download("JSON", "/report.json", place, part);
        download("CSV", "/report.csv", place, part);
        download("JUnit", "/report.junit.xml", place, part);
    }

    private void download(String name, String form, Place place, HtmlPart part) {
        part.out().text(Tag.of("a").local("href", spoken(place, form)), name).text(" ");
    }

    private String spoken(Place place, String form) {
        return place.self() + form + "?lang=" + site.words().language().word();
    }

    private void badge(Place place, HtmlPart part) {
        Markup out = part.out();
        Tag form = Tag.of("form").with("method", "post").local("action", spoken(place, "/badge"));
        out.block(
                form,
                () -> {
                    out.text(
                            Tag.of("button", "plain").with("type", "submit"),
                            site.say("badge.make"));
                    out.text(" ").text(Tag.of("span", "hint"), site.say("badge.note"));
                });
    }
}
