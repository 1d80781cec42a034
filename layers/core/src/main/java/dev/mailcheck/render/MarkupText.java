package dev.mailcheck.render;

/**
 * The encoder for HTML and XML, in elements and in quoted attributes: what would be markup becomes
 * a character reference, and what {@link TerminalText} makes visible becomes visible here too, for
 * a browser also hides and turns around, and XML 1.0 has no control characters at all.
 */
final class MarkupText {
    private MarkupText() {}

    static String of(String foreign) {
        return escaped(TerminalText.of(foreign));
    }

    /** For our own text that has its line ends. */
    static String ofLines(String foreign) {
        StringBuilder lines = new StringBuilder(foreign.length() + 16);
        foreign.lines().forEach(line -> lines.append(of(line)).append('\n'));
        return lines.toString();
    }

    private static String escaped(String shown) {
        StringBuilder out = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
