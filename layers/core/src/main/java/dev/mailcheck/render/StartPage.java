package dev.mailcheck.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The start page: one field, and what will happen. */
public final class StartPage {
    private final Site site;
    private final Terms terms;

    /**
     * What the service tells those who come.
     *
     * @param open anybody may ask; else the form asks for an API key
     * @param mail test mails are taken
     * @param keptDays so long a result can be read
     * @param reuseMinutes so long a domain is looked at once
     * @param samples domains to try; empty but in the sample world
     */
    public record Terms(
            boolean open, boolean mail, long keptDays, long reuseMinutes, List<Sample> samples) {
        public Terms {
            samples = List.copyOf(samples);
        }
    }

    /** A domain to try, with a word on it in each language. */
    public record Sample(String domain, Map<String, String> description) {
        public Sample {
            description = Map.copyOf(description);
        }
    }

    /**
     * The form as it is shown.
     *
     * @param domain what stands in the field; it may be anybody's text
     * @param fresh the DNS is to be asked again
     * @param fault what was wrong with what was typed, in the words of the page
     * @param aboutKey the fault is with the key
     */
    public record Form(String domain, boolean fresh, Optional<String> fault, boolean aboutKey) {
        public static final Form EMPTY = new Form("", false, Optional.empty(), false);
    }

    public StartPage(Site site, Terms terms) {
        this.site = site;
        this.terms = terms;
    }

    /** The page in the language of the site. */
    public String write(Form form) {
        String title = site.say("start.title");
        return site.page(
                form.fault().map(fault -> site.say("fault") + ": " + title).orElse(title),
                site.path(""),
                part -> main(form, part));
    }

    private void main(Form form, HtmlPart part) {
        part.out()
                .block(
                        Tag.of("div", "start"),
                        () -> {
                            part.heading(0, site.say("start.heading"));
                            part.paragraph("lead", site.say("start.lead"));
                            form(form, part);
                        });
        if (terms.mail()) {
            mail(part);
        }
        if (!terms.samples().isEmpty()) {
            samples(part);
        }
        part.out()
                .block(
                        Tag.of("section", "promises"),
                        () -> {
                            part.heading(1, site.say("promise"));
                            part.out()
                                    .block(
                                            Tag.of("ul", "told"),
                                            () -> promises().forEach(text -> item(text, part)));
                        });
    }

    private static void item(String text, HtmlPart part) {
        part.out().text(Tag.of("li"), text).line();
    }

    private List<String> promises() {
        return List.of(
                site.say("promise.no.mail"),
                site.say("promise.private", Map.of("days", String.valueOf(terms.keptDays()))),
                site.say("promise.once", Map.of("minutes", String.valueOf(terms.reuseMinutes()))));
    }

    private void form(Form form, HtmlPart part) {
        Markup out = part.out();
        Tag tag = Tag.of("form").with("method", "post").local("action", site.spoken("checks"));
        out.block(
                tag,
                () -> {
                    if (form.fresh()) {
                        hidden("fresh", "true", part);
                    }
                    boolean about = form.fault().isPresent();
                    out.text(Tag.of("label").with("for", "domain"), site.say("domain.label"));
                    out.block(
                            Tag.of("div", "field"),
                            () -> {
                                out.empty(domainField(form, about && !form.aboutKey()));
                                if (terms.open()) {
                                    button(part);
                                }
                            });
                    out.text(Tag.of("p", "hint").with("id", "hint"), site.say("domain.hint"));
                    if (!terms.open()) {
                        key(about && form.aboutKey(), part);
                    }
                    form.fault().ifPresent(fault -> fault(fault, part));
                    if (form.fresh()) {
                        part.paragraph("hint", site.say("fresh"));
                    }
                });
    }

    private Tag domainField(Form form, boolean wrong) {
        Tag field =
                Tag.of("input")
                        .with("id", "domain")
                        .with("name", "domain")
                        .with("type", "text")
                        .with("value", form.domain())
                        .with("placeholder", "example.com")
                        .with("required", "required")
                        .with("maxlength", "2000")
                        .with("inputmode", "url")
                        .with("autocomplete", "off")
                        .with("autocapitalize", "none")
                        .with("spellcheck", "false");
        return described(field, wrong, form.aboutKey() ? "" : "autofocus");
    }

    private static Tag described(Tag field, boolean wrong, String focus) {
        Tag told = field.with("aria-describedby", wrong ? "fault hint" : "hint");
        Tag judged = wrong ? told.with("aria-invalid", "true") : told;
        return focus.isEmpty() ? judged : judged.with(focus, focus);
    }

    private void key(boolean wrong, HtmlPart part) {
        Markup out = part.out();
        out.text(Tag.of("label").with("for", "key"), site.say("key.label"));
        Tag field =
                Tag.of("input")
                        .with("id", "key")
                        .with("name", "key")
                        .with("type", "password")
                        .with("required", "required")
                        .with("autocomplete", "current-password")
                        .with("aria-describedby", wrong ? "fault key-hint" : "key-hint");
        out.block(
                Tag.of("div", "field"),
                () -> {
                    out.empty(wrong ? field.with("aria-invalid", "true") : field);
                    button(part);
                });
        out.text(Tag.of("p", "hint").with("id", "key-hint"), site.say("key.hint"));
    }

    private void button(HtmlPart part) {
        part.out().text(Tag.of("button").with("type", "submit"), site.say("start.button"));
    }

    private void fault(String fault, HtmlPart part) {
        part.out()
                .text(Tag.of("p", "fault").with("id", "fault").with("role", "alert"), fault)
                .line();
    }

    private static void hidden(String name, String value, HtmlPart part) {
        part.out()
                .empty(
                        Tag.of("input")
                                .with("type", "hidden")
                                .with("name", name)
                                .with("value", value));
    }

    /** The second door: what a domain sends, which nobody sees from outside. */
    private void mail(HtmlPart part) {
        Markup out = part.out();
        out.block(
                Tag.of("section", "mail-door"),
                () -> {
                    part.heading(1, site.say("mail.door"));
                    part.paragraph("note", site.say("mail.door.note"));
                    out.block(
                            Tag.of("form")
                                    .with("method", "post")
                                    .local("action", site.spoken("mail-checks")),
                            () -> {
                                if (!terms.open()) {
                                    mailKey(part);
                                }
                                out.text(
                                        Tag.of("button", "plain").with("type", "submit"),
                                        site.say("mail.door.button"));
                            });
                });
    }

    private void mailKey(HtmlPart part) {
        Markup out = part.out();
        out.text(Tag.of("label").with("for", "mail-key"), site.say("key.label"));
        out.block(
                Tag.of("div", "field"),
                () ->
                        out.empty(
                                Tag.of("input")
                                        .with("id", "mail-key")
                                        .with("name", "key")
                                        .with("type", "password")
                                        .with("required", "required")
                                        .with("autocomplete", "current-password")));
    }

    /** Each is a form of its own, so that it works without the script. */
    private void samples(HtmlPart part) {
        Markup out = part.out();
        out.block(
                Tag.of("section"),
                () -> {
                    part.heading(1, site.say("samples"));
                    part.paragraph("note", site.say("samples.note"));
                    out.block(
                            Tag.of("ul", "samples"),
                            () -> terms.samples().forEach(sample -> sample(sample, part)));
                });
    }

    private void sample(Sample sample, HtmlPart part) {
        Markup out = part.out();
        Tag form = Tag.of("form").with("method", "post").local("action", site.spoken("checks"));
        String language = site.words().language().word();
        out.block(
                Tag.of("li"),
                () ->
                        out.block(
                                form,
                                () -> {
                                    hidden("domain", sample.domain(), part);
                                    out.text(
                                            Tag.of("button", "plain").with("type", "submit"),
                                            sample.domain());
                                    out.text(
                                            Tag.of("span", "hint"),
                                            sample.description().getOrDefault(language, ""));
                                }));
    }
}
