package dev.mailcheck.answer;

import java.util.Locale;

/** Names as they are compared. */
final class Names {
    private Names() {}

    /** In lower case and without a final dot. */
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    static boolean isAtOrBelow(String name, String domain) {
        String plain = plain(name);
        return plain.equals(domain) || plain.endsWith("." + domain);
    }
}
