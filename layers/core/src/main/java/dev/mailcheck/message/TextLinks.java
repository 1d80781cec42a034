package dev.mailcheck.message;

import java.util.function.Consumer;

/** Finds links in plain text: what begins with http:, https: or www. and goes on to a blank. */
final class TextLinks {
    private static final int MAX_URL = 2_048;
    private static final String ENDS = " \t\r\n<>\"'`|{}\u00a0\u3000\u3001\u3002";
    private static final String TRAILING = ".,;:!?)]*_~";

    private TextLinks() {}

    static void find(String text, Consumer<String> links) {
        int at = 0;
        while (at < text.length()) {
            if (begins(text, at)) {
                int end = end(text, at);
                links.accept(text.substring(at, trimmed(text, at, end)));
                at = end;
            } else {
                at++;
            }
        }
    }

    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        if (c != 'h' && c != 'H' && c != 'w' && c != 'W') {
            return false;
        }
        boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "https://", 0, 8)
                || (wordStart && text.regionMatches(true, at, "www.", 0, 4));
    }

    private static int end(String text, int start) {
        int end = start;
        int limit = Math.min(text.length(), start + MAX_URL);
        while (end < limit && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start && TRAILING.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }
}
