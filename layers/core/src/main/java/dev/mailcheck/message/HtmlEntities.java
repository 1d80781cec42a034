package dev.mailcheck.message;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Decodes the character references of HTML: all numeric ones, and the names that addresses use. */
final class HtmlEntities {
    private static final int MAX_REFERENCE = 12;
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("colon", ":"),
                    Map.entry("sol", "/"),
                    Map.entry("bsol", "\\"),
                    Map.entry("period", "."),
                    Map.entry("commat", "@"),
                    Map.entry("quest", "?"),
                    Map.entry("equals", "="),
                    Map.entry("num", "#"),
                    Map.entry("percnt", "%"),
                    Map.entry("lowbar", "_"),
                    Map.entry("hyphen", "-"),
                    Map.entry("dash", "-"),
                    Map.entry("Tab", "\t"),
                    Map.entry("NewLine", "\n"),
                    Map.entry("shy", ""),
                    Map.entry("ZeroWidthSpace", ""));

    private HtmlEntities() {}

    static String decode(String html) {
        int ampersand = html.indexOf('&');
        if (ampersand < 0) {
            return html;
        }
        StringBuilder text = new StringBuilder(html.length());
        int copied = 0;
        while (ampersand >= 0) {
            int end = end(html, ampersand + 1);
            String character = character(html.substring(ampersand + 1, end));
            if (character != null) {
                text.append(html, copied, ampersand).append(character);
                copied = end < html.length() && html.charAt(end) == ';' ? end + 1 : end;
            }
            ampersand = html.indexOf('&', end);
        }
        return text.append(html, copied, html.length()).toString();
    }

    private static int end(String html, int from) {
        int limit = Math.min(html.length(), from + MAX_REFERENCE);
        int end = from;
        while (end < limit && isOfReference(html.charAt(end), end == from)) {
            end++;
        }
        return end;
    }

    private static boolean isOfReference(char c, boolean first) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || (first && c == '#');
    }

    private static @Nullable String character(String reference) {
        if (!reference.startsWith("#")) {
            return NAMES.get(reference);
        }
        boolean hex = reference.length() > 1 && (reference.charAt(1) | 0x20) == 'x';
        String digits = reference.substring(hex ? 2 : 1);
        int code = number(digits, hex ? 16 : 10);
        return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : null;
    }

    private static int number(String digits, int radix) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0 || number > Character.MAX_CODE_POINT) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
