package dev.mailcheck.dkim;

/** Lines that a mailbox file holds as ">From " where the mail had "From ". */
final class EscapedFromLines {
    private static final byte[] ESCAPED = {'>', 'F', 'r', 'o', 'm', ' '};

    private EscapedFromLines() {}

    /** Takes the marks away in place; how many bytes are left. */
    static int undo(byte[] body) {
        int to = 0;
        boolean lineBegins = true;
        for (int from = 0; from < body.length; from++) {
            if (!(lineBegins && isEscaped(body, from))) {
                body[to++] = body[from];
            }
            lineBegins = body[from] == '\n';
        }
        return to;
    }

    private static boolean isEscaped(byte[] body, int at) {
        if (body.length - at < ESCAPED.length) {
            return false;
        }
        for (int i = 0; i < ESCAPED.length; i++) {
            if (body[at + i] != ESCAPED[i]) {
                return false;
            }
        }
        return true;
    }
}
