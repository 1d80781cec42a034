package dev.mailcheck.dkim;

import java.util.Arrays;

/**
 * Header fields in the form in which they are signed (RFC 6376, sections 3.4.1 and 3.4.2), gathered
 * until the last of them, and then put in one piece.
 */
final class CanonicalHeader {
    private static final int COLON_AND_LINE_END = 3;

    private final Canonicalization canonicalization;
    private final Octets octets;
    private byte[] bytes;
    private byte[] text = new byte[2048];
    private int length;
    private int beginOfValue;

    CanonicalHeader(byte[] bytes, Canonicalization canonicalization, Octets octets) {
        this.bytes = bytes;
        this.canonicalization = canonicalization;
        this.octets = octets;
    }

    /** A field that stands in other bytes, with its line end. */
    void whole(FieldBytes field) {
        byte[] mail = bytes;
        bytes = field.bytes();
        whole(field.field());
        bytes = mail;
    }

    /** A field with its line end. */
    void whole(SignedField field) {
        begin(field);
        copy(field.colon() + 1, field.end());
        text[length++] = '\r';
        text[length++] = '\n';
    }

    /** A signature's own field: its value is left out, and no line end follows. It is the last. */
    void withoutSignature(SignedField field) {
        SignatureValue value = SignatureValue.in(bytes, field.colon() + 1, field.end());
        begin(field);
        copy(field.colon() + 1, value.from());
        copy(value.to(), field.end());
        end();
    }

    /** Puts what was gathered. */
    void end() {
        octets.put(text, 0, length);
        length = 0;
    }

    private void begin(SignedField field) {
        int most = length + field.end() - field.start() + COLON_AND_LINE_END;
        if (text.length < most) {
            text = Arrays.copyOf(text, Math.max(most, 2 * text.length));
        }
        switch (canonicalization) {
            case SIMPLE -> raw(field.start(), field.colon() + 1);
            case RELAXED -> name(field.name());
        }
        beginOfValue = length;
    }

    private void name(String name) {
        for (int i = 0; i < name.length(); i++) {
            text[length++] = (byte) name.charAt(i);
        }
        text[length++] = ':';
    }

    private void copy(int from, int to) {
        switch (canonicalization) {
            case SIMPLE -> raw(from, to);
            case RELAXED -> relaxed(from, to);
        }
    }

    private void raw(int from, int to) {
        System.arraycopy(bytes, from, text, length, to - from);
        length += to - from;
    }

    /** Unfolded, with one space for each run of blanks, and none at the ends. */
    private void relaxed(int from, int to) {
        boolean blank = false;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (Blanks.isWsp(b)) {
                blank = true;
            } else if (b == '\r' && Blanks.isLineEnd(bytes, at, to)) {
                at++;
            } else {
                if (blank && length > beginOfValue) {
                    text[length++] = ' ';
                }
                blank = false;
                text[length++] = b;
            }
        }
    }
}
