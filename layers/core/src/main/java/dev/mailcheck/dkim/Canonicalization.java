package dev.mailcheck.dkim;

import java.util.Optional;

/**
 * The two forms in which header and body are signed (RFC 6376, section 3.4). Both copy nothing that
 * they need not change. A line ends with CRLF; a CR or an LF alone is a byte like others.
 */
public enum Canonicalization {
    SIMPLE {
        @Override
        int endOfText(byte[] bytes, int from, int end) {
            int at = end;
            while (at - 2 >= from && Blanks.isLineEnd(bytes, at - 2, end)) {
                at -= 2;
            }
            return at;
        }

        @Override
        void text(byte[] bytes, int from, int to, Octets octets) {
            if (to > from) {
                octets.put(bytes, from, to - from);
            }
        }

        @Override
        boolean endsEmptyBody() {
            return true;
        }
    },
    RELAXED {
        @Override
        int endOfText(byte[] bytes, int from, int end) {
            return RelaxedText.end(bytes, from, end);
        }

        @Override
        void text(byte[] bytes, int from, int to, Octets octets) {
            RelaxedText.put(bytes, from, to, octets);
        }

        @Override
        boolean endsEmptyBody() {
            return false;
        }
    };

    static final byte[] CRLF = {'\r', '\n'};

    /** The canonicalization of that name, in upper or lower case. */
    public static Optional<Canonicalization> of(String word) {
        for (Canonicalization known : values()) {
            if (known.word().equalsIgnoreCase(word)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** As signatures write it. */
    public String word() {
        return this == SIMPLE ? "simple" : "relaxed";
    }

    /** A whole body, ended with CRLF (RFC 6376, sections 3.4.3 and 3.4.4). */
    final void body(byte[] bytes, int from, int end, Octets octets) {
        int endOfText = endOfText(bytes, from, end);
        text(bytes, from, endOfText, octets);
        if (endOfText > from || endsEmptyBody()) {
            octets.put(CRLF, 0, CRLF.length);
        }
    }

    /** Where the text ends that counts: behind it are only empty lines. */
    abstract int endOfText(byte[] bytes, int from, int end);

    /** Lines of a body, of which the last is neither empty nor ended. */
    abstract void text(byte[] bytes, int from, int to, Octets octets);

    /** Whether a body without any line has a line end all the same. */
    abstract boolean endsEmptyBody();
}
