package dev.mailcheck.render;

import dev.mailcheck.report.Words;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all our pages are made of: one style sheet, at most one script, and the policy that lets
 * browsers use these and nothing else.
 */
final class HtmlDocument {
    private final Words words;
    private final String css;
    private final String policy;
    private final Optional<String> script;

    HtmlDocument(Words words, String css, String policy, Optional<String> script) {
        this.words = words;
        this.css = css;
        this.policy = policy;
        this.script = script;
    }

    /**
     * Writes a page.
     *
     * @param head what its head has besides
     */
    String write(String title, Consumer<Markup> head, Consumer<Markup> body) {
        Markup out = Markup.html();
        out.block(
                Tag.of("html").with("lang", words.language().word()),
                () -> {
                    out.line().block(Tag.of("head"), () -> head(title, head, out));
                    out.block(Tag.of("body"), () -> body(body, out));
                });
        return out.toString();
    }

    private void head(String title, Consumer<Markup> more, Markup out) {
        out.line().empty(Tag.of("meta").with("charset", "utf-8")).line();
        meta("viewport", "width=device-width, initial-scale=1", out);
        meta("color-scheme", "light dark", out);
        meta("robots", "noindex", out);
        meta("referrer", "no-referrer", out);
        out.empty(
                        Tag.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", policy))
                .line();
        out.text(Tag.of("title"), title).line();
        more.accept(out);
        out.style(css);
    }

    private static void meta(String name, String content, Markup out) {
        out.empty(Tag.of("meta").with("name", name).with("content", content)).line();
    }

    private void body(Consumer<Markup> body, Markup out) {
        HtmlIcons.define(out.line());
        body.accept(out);
        script.ifPresent(out::script);
    }
}
