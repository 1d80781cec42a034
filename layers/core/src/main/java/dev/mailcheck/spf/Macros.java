package dev.mailcheck.spf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Expands macros (RFC 7208, section 7.3), in bounded space whatever the record or the mail says.
 */
final class Macros {
    /** What a DNS name may have (RFC 7208, section 7.3). */
    private static final int LONGEST_NAME = 253;

    private Macros() {}

    /**
     * The name that a domain-spec stands for, without final dot. Too long a name loses labels from
     * the left. It is put together from the right, and no more of it than can be kept.
     */
    static String name(MacroString spec, MacroValues values) {
        String name = "";
        for (int i = spec.parts().size() - 1; i >= 0 && name.length() <= LONGEST_NAME + 1; i--) {
            name = expand(spec.parts().get(i), values) + name;
        }
        return truncated(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    private static String truncated(String name) {
        int from = 0;
        while (name.length() - from > LONGEST_NAME) {
            int dot = name.indexOf('.', from);
            from = dot < 0 ? name.length() : dot + 1;
        }
        return name.substring(from);
    }

    /** The text of an explanation, cut at {@code limit} characters. */
    static String text(MacroString explanation, MacroValues values, int limit) {
        StringBuilder text = new StringBuilder();
        for (MacroPart part : explanation.parts()) {
            if (text.length() >= limit) {
                break;
            }
            text.append(expand(part, values));
        }
        text.setLength(Math.min(text.length(), limit));
        return text.toString();
    }

    private static String expand(MacroPart part, MacroValues values) {
        return switch (part) {
            case MacroPart.Literal literal -> literal.text();
            case MacroPart.Expand macro -> expand(macro, values.value(macro.letter()));
        };
    }

    private static String expand(MacroPart.Expand macro, String value) {
        String text = transformed(macro, value);
        return macro.urlEscape() ? escaped(text) : text;
    }

    private static String transformed(MacroPart.Expand macro, String value) {
        if (macro.keep() == 0 && !macro.reverse() && macro.delimiters().isEmpty()) {
            return value;
        }
        List<String> parts = split(value, macro.delimiters().isEmpty() ? "." : macro.delimiters());
        if (macro.reverse()) {
            Collections.reverse(parts);
        }
        int surplus = macro.keep() == 0 ? 0 : Math.max(0, parts.size() - macro.keep());
        return String.join(".", parts.subList(surplus, parts.size()));
    }

    private static List<String> split(String value, String delimiters) {
        String same = value;
        for (int i = 1; i < delimiters.length(); i++) {
            same = same.replace(delimiters.charAt(i), delimiters.charAt(0));
        }
        String delimiter = String.valueOf(delimiters.charAt(0));
        return Arrays.asList(same.split(Pattern.quote(delimiter), -1));
    }

    /** All but the unreserved characters of RFC 3986, section 2.3, as %XX. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved((char) (octet & 0xff))) {
                escaped.append((char) octet);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
        }
        return escaped.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || "-._~".indexOf(c) >= 0;
    }
}
