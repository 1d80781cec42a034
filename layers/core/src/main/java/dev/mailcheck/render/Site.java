package dev.mailcheck.render;

import dev.mailcheck.report.Language;
import dev.mailcheck.report.Tool;
import dev.mailcheck.report.Words;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The frame of a service's pages in one language: the way to a new check, the other language, and
 * the one script, without which the pages hold the same.
 */
public final class Site {
    private static final String SCRIPT = "/site.js";

    private final Words words;
    private final String root;
    private final HtmlDocument document;

    /**
     * @param root the path that leads to the start page, with a final slash
     */
    public Site(Words words, String root) {
        this.words = words;
        this.root = root;
        this.document =
                new HtmlDocument(
                        words,
                        PageStyle.ofSite().css(),
                        contentSecurityPolicy(),
                        Optional.of(PageStyle.resource(SCRIPT)));
    }

    /** Under this our pages are whole; frames are forbidden in the header besides. */
    public static String contentSecurityPolicy() {
        return "default-src 'none'; style-src '"
                + PageStyle.hash(PageStyle.ofSite().css())
                + "'; script-src '"
                + PageStyle.hash(PageStyle.resource(SCRIPT))
                + "'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
    }

    Words words() {
        return words;
    }

    /** The path of a page. */
    String path(String fromRoot) {
        return root + fromRoot;
    }

    /** The path of a page in the language of this one. */
    String spoken(String fromRoot) {
        return path(fromRoot) + "?lang=" + words.language().word();
    }

    String say(String key) {
        return words.site(key);
    }

    String say(String key, Map<String, String> arguments) {
        return words.site(key, arguments);
    }

    /**
     * Writes a page.
     *
     * @param self the path of this page, to which the switch of languages leads back
     */
    String page(String title, String self, Consumer<HtmlPart> main) {
        return page(title, self, head -> {}, main);
    }

    String page(String title, String self, Consumer<Markup> head, Consumer<HtmlPart> main) {
        return document.write(
                title,
                out -> {
                    out.empty(
                                    Tag.of("link")
                                            .with("rel", "icon")
                                            .with("type", "image/svg+xml")
                                            .local("href", root + "icon.svg"))
                            .line();
                    head.accept(out);
                },
                out -> body(self, out, main));
    }

    private void body(String self, Markup out, Consumer<HtmlPart> main) {
        out.block(
                Tag.of("header", "top"),
                () -> {
                    Tag home = Tag.of("a").local("href", spoken(""));
                    out.in(Tag.of("p", "brand"), () -> out.text(home, "mailcheck"));
                    out.in(
                            Tag.of("nav").with("aria-label", say("nav")),
                            () -> {
                                for (Language other : Language.values()) {
                                    language(other, self, out);
                                }
                            });
                });
        Tag labels =
                Tag.of("main")
                        .with("data-copy-label", say("copy"))
                        .with("data-copied-label", say("copied"));
        out.block(labels, () -> main.accept(new HtmlPart(out.line(), words, "r1", 1)));
        out.block(
                Tag.of("footer", "bottom"),
                () -> {
                    out.text(Tool.name() + " · ");
                    out.text(Tag.of("a").local("href", root + "openapi.json"), say("api"));
                });
    }

    private void language(Language other, String self, Markup out) {
        String name = say("language." + other.word());
        if (other == words.language()) {
            out.text(Tag.of("span").with("aria-current", "true"), name).text(" ");
        } else {
            String to = self + (self.contains("?") ? "&" : "?") + "lang=" + other.word();
            out.text(
                            Tag.of("a")
                                    .local("href", to)
                                    .with("lang", other.word())
                                    .with("hreflang", other.word()),
                            name)
                    .text(" ");
        }
    }
}
