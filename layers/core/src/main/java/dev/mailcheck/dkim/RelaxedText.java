package dev.mailcheck.dkim;

/**
 * The relaxed form of a body (RFC 6376, section 3.4.4): blanks at the end of a line go, others
 * become one space. It is written into a buffer, eight bytes at a time where nothing changes, and
 * goes to its target in few large pieces, as hash functions like it.
 */
final class RelaxedText {
    private static final int PIECE = 8_192;

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
        byte[] piece = new byte[Math.min(PIECE, to - from) + Long.BYTES];
        int length = 0;
        int at = from;
        while (at < to) {
            int plain = Blanks.copyPlain(bytes, at, to, piece, length);
            at += plain;
            length += plain;
            if (length == piece.length) {
                octets.put(piece, 0, length);
                length = 0;
            }
            int after = Blanks.afterWsp(bytes, at, to);
            if (after > at && !Blanks.isLineEnd(bytes, after, to)) {
                piece[length++] = ' ';
            } else if (after == at && at < to) {
                piece[length++] = bytes[after++];
            }
            at = after;
        }
        if (length > 0) {
            octets.put(piece, 0, length);
        }
    }
}
