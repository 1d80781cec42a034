package dev.mailcheck.message;

/** Where quoted strings and comments end (RFC 5322, sections 3.2.2 and 3.2.4). */
final class Quoted {
    private Quoted() {}

    /** The place after a quoted string that begins here; the end of the text if it never ends. */
    static int endOfString(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    /** The place after a comment that begins here, with all comments in it. */
    static int endOfComment(String text, int start) {
        int depth = 0;
        int at = start;
        do {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at += c == '\\' ? 2 : 1;
        } while (depth > 0 && at < text.length());
        return Math.min(at, text.length());
    }

    /** The content of a quoted string without its quoting and folding. */
    static String plain(String content) {
        StringBuilder plain = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\\' && i + 1 < content.length()) {
                plain.append(content.charAt(++i));
            } else if (c != '\r' && c != '\n') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
