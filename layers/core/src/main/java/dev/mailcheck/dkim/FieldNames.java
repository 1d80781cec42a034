package dev.mailcheck.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Colon-separated lists in signatures, as {@code h} and {@code q} are, with blanks anywhere. */
final class FieldNames {
    private FieldNames() {}

    /** The names in lower case; empty ones are left out. */
    static List<String> of(String list) {
        String text = withoutBlanks(list).toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int end = colon < 0 ? text.length() : colon;
            if (end > at) {
                names.add(text.substring(at, end));
            }
            at = end + 1;
        }
        return names;
    }

    static String withoutBlanks(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) <= ' ' && isBlank(text.charAt(at))) {
                dense.append(text, from, at);
                from = at + 1;
            }
        }
        return from == 0 ? text : dense.append(text, from, text.length()).toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
