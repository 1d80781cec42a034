package dev.mailcheck.render;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A check that waits for its mail: where to send it. It becomes the page of the running check by
 * itself, by the script as soon as the mail is there, without it every few seconds.
 */
public final class WaitingPage {
    private static final String SECONDS = "5";

    private final Site site;

    /**
     * Where things are.
     *
     * @param self the path of the page
     * @param progress the path where the script asks
     * @param address of the page with the host, to be kept
     * @param any takes mail with and without TLS
     * @param tlsOnly where a mail to both is wanted: takes mail over TLS only
     * @param until the addresses take mail
     */
    public record Place(
            String self,
            String progress,
            String address,
            String any,
            Optional<String> tlsOnly,
            Instant until) {}

    public WaitingPage(Site site) {
        this.site = site;
    }

    /** The page in the language of the site. */
    public String write(Place place) {
        return site.page(
                site.say("waiting.title"),
                place.self(),
                WaitingPage::refresh,
                part -> main(place, part));
    }

    private static void refresh(Markup out) {
        Tag every = Tag.of("meta").with("http-equiv", "refresh").with("content", SECONDS);
        out.in(Tag.of("noscript"), () -> out.empty(every)).line();
    }

    private void main(Place place, HtmlPart part) {
        Markup out = part.out();
        Tag live =
                Tag.of("div", "start")
                        .local("data-progress", place.progress())
                        .with("data-while", "waiting");
        out.block(
                live,
                () -> {
                    part.heading(0, site.say("waiting.heading"));
                    part.paragraph(
                            "lead",
                            site.say(
                                    place.tlsOnly().isPresent()
                                            ? "waiting.lead.both"
                                            : "waiting.lead"));
                    address("waiting.any", place.any(), part);
                    place.tlsOnly().ifPresent(tls -> address("waiting.tls", tls, part));
                    write(place, part);
                    out.text(
                                    Tag.of("p", "waits").with("role", "status"),
                                    site.say("waiting.status"))
                            .line();
                    part.paragraph("hint", site.say("waiting.until", until(place)));
                });
        notes(place, part);
    }

    private static Map<String, String> until(Place place) {
        String time = place.until().toString().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
        return Map.of("time", time);
    }

    private void address(String label, String address, HtmlPart part) {
        Markup out = part.out();
        out.block(
                Tag.of("dl", "address"),
                () -> {
                    out.text(Tag.of("dt"), site.say(label));
                    out.in(Tag.of("dd"), () -> part.copied(address));
                });
    }

    private void write(Place place, HtmlPart part) {
        String to = place.any() + place.tlsOnly().map(tls -> "," + tls).orElse("");
        out(part, Tag.of("a").away("mailto:" + to.replace("+", "%2B")));
    }

    private void out(HtmlPart part, Tag link) {
        part.out()
                .in(Tag.of("p", "write"), () -> part.out().text(link, site.say("waiting.write")))
                .line();
    }

    private void notes(Place place, HtmlPart part) {
        part.out()
                .block(
                        Tag.of("section", "promises"),
                        () -> {
                            part.heading(1, site.say("waiting.notes"));
                            part.out()
                                    .block(
                                            Tag.of("ul", "told"),
                                            () -> {
                                                note("waiting.note.any", part);
                                                note("waiting.note.once", part);
                                                note("waiting.note.kept", part);
                                            });
                            part.out()
                                    .in(Tag.of("p", "command"), () -> part.copied(place.address()))
                                    .line();
                        });
    }

    private void note(String key, HtmlPart part) {
        part.out().text(Tag.of("li"), site.say(key)).line();
    }
}
