package dev.mailcheck.message;

/** Host names and address literals as they stand in header fields. */
final class HostText {
    private static final String TAG = "ipv6:";

    private HostText() {}

    /** The content of an address literal (RFC 5321, section 4.1.3); other texts as they are. */
    static String withoutBrackets(String text) {
        boolean literal = text.startsWith("[") && text.endsWith("]");
        String inner = literal ? text.substring(1, text.length() - 1) : text;
        boolean tagged = literal && inner.regionMatches(true, 0, TAG, 0, TAG.length());
        return tagged ? inner.substring(TAG.length()) : inner;
    }

    static String withoutFinalDot(String name) {
        return name.length() > 1 && name.endsWith(".")
                ? name.substring(0, name.length() - 1)
                : name;
    }

    /** Whether a text could be a host name: letters, digits, dots, hyphens, underscores. */
    static boolean isHostText(String text) {
        int at = 0;
        while (at < text.length() && isOfHost(text.charAt(at))) {
            at++;
        }
        return at == text.length() && at <= 255;
    }

    private static boolean isOfHost(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
