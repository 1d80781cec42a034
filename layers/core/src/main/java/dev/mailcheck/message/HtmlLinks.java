package dev.mailcheck.message;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds links in HTML, in one pass: attributes that hold addresses, and addresses in the text. It
 * is no HTML parser; what a comment or a script holds is looked at as well, since programs differ
 * in what they take for one.
 */
final class HtmlLinks {
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "href",
                    "src",
                    "action",
                    "formaction",
                    "background",
                    "data",
                    "poster",
                    "content");
    private static final int MAX_VALUE = 4_096;

    private final String html;
    private final Consumer<String> links;
    private int at;

    private HtmlLinks(String html, Consumer<String> links) {
        this.html = html;
        this.links = links;
    }

    static void find(String html, Consumer<String> links) {
        new HtmlLinks(html, links).read();
    }

    private void read() {
        StringBuilder text = new StringBuilder();
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && at + 1 < html.length() && opensTag(html.charAt(at + 1))) {
                text.append(' ');
                at++;
                tag();
            } else {
                text.append(c);
                at++;
            }
        }
        TextLinks.find(HtmlEntities.decode(text.toString()), links);
    }

    private static boolean opensTag(char c) {
        return Character.isLetter(c) || c == '/' || c == '!';
    }

    /** Reads attributes up to the end of the tag. */
    private void tag() {
        while (at < html.length() && html.charAt(at) != '>') {
            int start = at;
            while (at < html.length() && isNameChar(html.charAt(at))) {
                at++;
            }
            String name = html.substring(start, Math.min(at, start + 20));
            skipBlanks();
            if (at > start && at < html.length() && html.charAt(at) == '=') {
                at++;
                skipBlanks();
                value(name.strip().toLowerCase(Locale.ROOT));
            } else if (at == start) {
                at++;
            }
        }
        at = Math.min(at + 1, html.length());
    }

    private void value(String name) {
        int start = at;
        char quote = at < html.length() ? html.charAt(at) : ' ';
        if (quote == '"' || quote == '\'') {
            int close = html.indexOf(quote, at + 1);
            start++;
            at = close < 0 ? html.length() : close + 1;
            attribute(name, start, close < 0 ? html.length() : close);
        } else {
            while (at < html.length() && !isBlank(html.charAt(at)) && html.charAt(at) != '>') {
                at++;
            }
            attribute(name, start, at);
        }
    }

    private void attribute(String name, int start, int end) {
        if (ATTRIBUTES.contains(name)) {
            String raw = html.substring(start, Math.min(end, start + MAX_VALUE));
            String value = withoutBreaks(HtmlEntities.decode(raw)).strip();
            int url = name.equals("content") ? value.toLowerCase(Locale.ROOT).indexOf("http") : 0;
            if (url >= 0) {
                links.accept(value.substring(url));
            }
        }
    }

    /** Browsers take tabs and line ends out of addresses. */
    private static String withoutBreaks(String value) {
        return value.replace("\t", "").replace("\r", "").replace("\n", "");
    }

    private void skipBlanks() {
        while (at < html.length() && isBlank(html.charAt(at))) {
            at++;
        }
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
    }
}
