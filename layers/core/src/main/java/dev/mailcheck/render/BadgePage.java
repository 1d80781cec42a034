package dev.mailcheck.render;

/** A badge that was made just now: the only time that its address is shown. */
public final class BadgePage {
    private final Site site;

    /**
     * Where the badge is.
     *
     * @param image its path
     * @param address the same with the host, to be put into other pages
     * @param result the path of its result
     */
    public record Place(String image, String address, String result) {}

    public BadgePage(Site site) {
        this.site = site;
    }

    /** The page in the language of the site. */
    public String write(Place place) {
        return site.page(site.say("badge.title"), place.result(), part -> main(place, part));
    }

    private void main(Place place, HtmlPart part) {
        Markup out = part.out();
        out.block(
                Tag.of("div", "start"),
                () -> {
                    part.heading(0, site.say("badge.heading"));
                    Tag image = Tag.of("img").local("src", place.image());
                    out.in(Tag.of("p"), () -> out.empty(image.with("alt", site.say("badge.alt"))));
                    part.paragraph("lead", site.say("badge.lead"));
                    out.in(Tag.of("p", "command"), () -> part.copied(place.address())).line();
                    part.paragraph("hint", site.say("badge.once"));
                    out.in(
                                    Tag.of("p"),
                                    () ->
                                            out.text(
                                                    Tag.of("a").local("href", place.result()),
                                                    site.say("badge.back")))
                            .line();
                    Tag form =
                            Tag.of("form")
                                    .with("method", "post")
                                    .local("action", place.result() + "/badge/revoke");
                    out.block(
                            form,
                            () ->
                                    out.text(
                                            Tag.of("button", "plain").with("type", "submit"),
                                            site.say("badge.revoke")));
                });
    }
}
