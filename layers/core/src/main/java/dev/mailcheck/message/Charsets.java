package dev.mailcheck.message;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** Charsets by the labels that mails give, some of which no registry knows. */
final class Charsets {
    private static final int MAX_LABEL = 40;

    private Charsets() {}

    static boolean isAscii(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        return at == text.length();
    }

    static Optional<Charset> named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii", "ansi_x3.4-1968" ->
                    Optional.of(StandardCharsets.UTF_8);
            case "iso-8859-1", "latin1", "8bit", "x-unknown", "unknown-8bit", "default" ->
                    Optional.of(StandardCharsets.ISO_8859_1);
            case "" -> Optional.empty();
            default -> name.length() > MAX_LABEL ? Optional.empty() : installed(name);
        };
    }

    private static Optional<Charset> installed(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
