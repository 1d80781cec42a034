package dev.mailcheck.render;

/** Rewrites a compact JSON text without changing what it says. */
final class JsonLayout {
    private static final String STEP = "  ";

    private final String json;
    private final StringBuilder out;
    private int at;
    private int depth;

    private JsonLayout(String json) {
        this.json = json;
        this.out = new StringBuilder(2 * json.length());
    }

    /** With the escape of JSON for every character that a terminal would not show as itself. */
    static String escaped(String json) {
        StringBuilder out = new StringBuilder(json.length() + 64);
        json.codePoints().forEach(c -> escape(out, c));
        return out.toString();
    }

    /** Only strings hold such characters, so the escape is always in one. */
    private static void escape(StringBuilder out, int c) {
        if (TerminalText.isActive(c)) {
            for (char unit : Character.toChars(c)) {
                out.append(String.format("\\u%04x", (int) unit));
            }
        } else {
            out.appendCodePoint(c);
        }
    }

    /** With each member and element on a line of its own. */
    static String indented(String json) {
        return new JsonLayout(json).indented();
    }

    private String indented() {
        while (at < json.length()) {
            char c = json.charAt(at);
            switch (c) {
                case '"' -> copyString();
                case '{', '[' -> open(c);
                case '}', ']' -> close(c);
                case ',' -> next();
                case ':' -> out.append(": ");
                default -> out.append(c);
            }
            at++;
        }
        return out.toString();
    }

    private void copyString() {
        int start = at++;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        out.append(json, start, at + 1);
    }

    private void open(char c) {
        out.append(c);
        char following = json.charAt(at + 1);
        if (following == '}' || following == ']') {
            out.append(following);
            at++;
        } else {
            depth++;
            newLine();
        }
    }

    private void close(char c) {
        depth--;
        newLine();
        out.append(c);
    }

    private void next() {
        out.append(',');
        newLine();
    }

    private void newLine() {
        out.append('\n').append(STEP.repeat(depth));
    }
}
