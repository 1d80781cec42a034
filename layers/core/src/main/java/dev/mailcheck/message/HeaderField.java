package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One header field where it stands in its mail (RFC 5322, section 2.2). It holds positions, so that
 * what signatures cover is read from the very bytes. Texts are ISO 8859-1: a char is a byte.
 */
public final class HeaderField {
    private final byte[] mail;
    private final int start;
    private final int colon;
    private final int end;
    private final int position;
    private final String name;

    /**
     * @param start of the name
     * @param end after the last byte of the value, before its line end
     * @param position 0 is the topmost field
     */
    HeaderField(byte[] mail, int start, int colon, int end, int position) {
        this.mail = mail;
        this.start = start;
        this.colon = colon;
        this.end = end;
        this.position = position;
        this.name = text(start, endOfName(mail, start, colon));
    }

    /** The name as it is written, without blanks that obsolete syntax allows before the colon. */
    public String name() {
        return name;
    }

    /** Whether this is a field of that name; names have no case. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** All bytes after the colon, with blanks and folding, without the line end at the end. */
    public String rawValue() {
        return text(colon + 1, end);
    }

    /** The value unfolded (RFC 5322, section 2.2.3) and without blanks at its ends. */
    public String value() {
        return Unfolding.of(rawValue());
    }

    /** The whole field, folding kept, without the line end at the end. */
    public byte[] raw() {
        return Arrays.copyOfRange(mail, start, end);
    }

    /** Where the field begins in {@link RawMail#bytes()}. */
    public int start() {
        return start;
    }

    /** Where its colon is. */
    public int colon() {
        return colon;
    }

    /** Where it ends, before its line end. */
    public int end() {
        return end;
    }

    /** How many fields stand above it. */
    public int position() {
        return position;
    }

    @Override
    public String toString() {
        return text(start, end);
    }

    private String text(int from, int to) {
        return new String(mail, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int endOfName(byte[] mail, int start, int colon) {
        int end = colon;
        while (end > start && (mail[end - 1] == ' ' || mail[end - 1] == '\t')) {
            end--;
        }
        return end;
    }
}
