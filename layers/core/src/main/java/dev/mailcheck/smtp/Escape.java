package dev.mailcheck.smtp;

/** Makes one line of printable ASCII of what a server sent, so that it can be kept as evidence. */
final class Escape {
    private static final String HEX = "0123456789abcdef";

    private Escape() {}

    /**
     * Control characters and bytes above 0x7e as {@code \xNN}, a backslash doubled; cut off after
     * {@code max} characters.
     *
     * @param text one char a byte (ISO 8859-1)
     */
    static String line(String text, int max) {
        StringBuilder escaped = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length() && escaped.length() < max; i++) {
            append(escaped, text.charAt(i));
        }
        escaped.setLength(Math.min(escaped.length(), max));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char c) {
        if (c == '\\') {
            escaped.append("\\\\");
        } else if (c >= ' ' && c < 0x7f) {
            escaped.append(c);
        } else {
            escaped.append("\\x").append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
        }
    }
}
