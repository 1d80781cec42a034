package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;

/** Mails for tests, from texts in which a char is a byte. */
final class Mails {
    private Mails() {}

    static RawMail read(String text) {
        return (RawMail) Reading.of(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String body(RawMail mail) {
        int length = mail.end() - mail.bodyOffset();
        return new String(mail.bytes(), mail.bodyOffset(), length, StandardCharsets.ISO_8859_1);
    }
}
