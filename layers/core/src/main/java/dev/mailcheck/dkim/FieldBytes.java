package dev.mailcheck.dkim;

import java.nio.charset.StandardCharsets;

/** A field with the bytes that it stands in: those of its mail, or others that were made up. */
final class FieldBytes {
    private final byte[] bytes;
    private final SignedField field;

    FieldBytes(byte[] bytes, SignedField field) {
        this.bytes = bytes;
        this.field = field;
    }

    /** The field with another value in its place, in which a char is a byte. */
    FieldBytes with(String value) {
        String name = text(field.start(), field.colon() + 1);
        byte[] made = (name + value).getBytes(StandardCharsets.ISO_8859_1);
        return new FieldBytes(
                made,
                new SignedField(field.name(), 0, name.length() - 1, made.length, field.position()));
    }

    byte[] bytes() {
        return bytes;
    }

    SignedField field() {
        return field;
    }

    String value() {
        return text(field.colon() + 1, field.end());
    }

    int length() {
        return field.end() - field.start();
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
