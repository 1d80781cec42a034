package dev.mailcheck.dkim;

/**
 * The relaxed form of a body (RFC 6376, section 3.4.4): blanks at the end of a line go, others
 * become one space. What stays as it is goes to its target in pieces as long as possible.
 */
final class RelaxedText {
    private static final byte[] SPACE = {' '};

    private RelaxedText() {}

    /** Where the text ends: behind it are only blanks and line ends. */
    static int end(byte[] bytes, int from, int end) {
        int at = end;
        while (true) {
            while (at > from && Blanks.isWsp(bytes[at - 1])) {
                at--;
            }
            if (at - 2 < from || !Blanks.isLineEnd(bytes, at - 2, end)) {
                return at;
            }
            at -= 2;
        }
    }

    static void put(byte[] bytes, int from, int to, Octets octets) {
        int pending = from;
        int at = Blanks.next(bytes, from, to);
        while (at < to) {
            int after = at;
            while (after < to && Blanks.isWsp(bytes[after])) {
                after++;
            }
            boolean lineEnd = Blanks.isLineEnd(bytes, after, to);
            boolean unchanged = after == at || (after == at + 1 && bytes[at] == ' ' && !lineEnd);
            if (!unchanged) {
                flush(bytes, pending, at, octets);
                if (!lineEnd) {
                    octets.put(SPACE, 0, 1);
                }
                pending = after;
            }
            at = Blanks.next(bytes, lineEnd ? after + 2 : Math.max(after, at + 1), to);
        }
        flush(bytes, pending, to, octets);
    }

    private static void flush(byte[] bytes, int from, int to, Octets octets) {
        if (to > from) {
            octets.put(bytes, from, to - from);
        }
    }
}
