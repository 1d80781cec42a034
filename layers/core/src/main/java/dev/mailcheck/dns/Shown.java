package dev.mailcheck.dns;

/** Foreign text inside a message of ours: one line, cut, and nothing in it that acts. */
final class Shown {
    private static final int MAX = 60;

    private Shown() {}

    /** In quotes; all but printable ASCII is written as U+XXXX in braces. */
    static String text(String foreign) {
        StringBuilder shown = new StringBuilder("\"");
        int end = Math.min(foreign.length(), MAX);
        for (int i = 0; i < end; ) {
            int c = foreign.codePointAt(i);
            shown.append(c >= ' ' && c < 0x7f ? Character.toString(c) : escaped(c));
            i += Character.charCount(c);
        }
        return shown.append(end < foreign.length() ? "\"..." : "\"").toString();
    }

    private static String escaped(int codePoint) {
        return String.format("{U+%04X}", codePoint);
    }
}
