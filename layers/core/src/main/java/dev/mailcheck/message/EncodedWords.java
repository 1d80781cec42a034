package dev.mailcheck.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes encoded words (RFC 2047, section 2) in a text, in one pass. What is not well-formed, or
 * of an unknown charset, stays as it is written. Blanks between two encoded words go.
 */
final class EncodedWords {
    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private int copied;
    private boolean afterWord;

    private EncodedWords(String text) {
        this.text = text;
    }

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).read() : text;
    }

    private String read() {
        int at = text.indexOf("=?");
        while (at >= 0) {
            int charsetEnd = text.indexOf('?', at + 2);
            int wordStart = charsetEnd + 3;
            int end = charsetEnd < 0 ? -1 : text.indexOf("?=", wordStart);
            boolean formed =
                    end >= 0 && wordStart - 1 < text.length() && text.charAt(wordStart - 1) == '?';
            int next = formed && word(at, charsetEnd, wordStart, end) ? end + 2 : at + 2;
            at = end < 0 ? -1 : text.indexOf("=?", next);
        }
        return decoded.append(text, copied, text.length()).toString();
    }

    private boolean word(int start, int charsetEnd, int from, int end) {
        Optional<String> word =
                decoded(
                        text.substring(start + 2, charsetEnd),
                        text.charAt(charsetEnd + 1),
                        text.substring(from, end));
        word.ifPresent(value -> {
            String between = text.substring(copied, start);
            decoded.append(afterWord && between.isBlank() ? "" : between).append(value);
            copied = end + 2;
            afterWord = true;
        });
        return word.isPresent();
    }

    private static Optional<String> decoded(String label, char encoding, String word) {
        int language = label.indexOf('*');
        Optional<Charset> charset =
                Charsets.named(language < 0 ? label : label.substring(0, language));
        boolean blank = word.chars().anyMatch(c -> c == ' ' || c == '\t');
        if (charset.isEmpty() || blank) {
            return Optional.empty();
        }
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return switch (encoding) {
            case 'B', 'b' ->
                    Optional.of(
                            new String(
                                    TransferEncoding.base64(bytes, 0, bytes.length),
                                    charset.get()));
            case 'Q', 'q' ->
                    Optional.of(
                            new String(
                                    TransferEncoding.quotedPrintable(
                                            word.replace('_', ' ')
                                                    .getBytes(StandardCharsets.UTF_8)),
                                    charset.get()));
            default -> Optional.empty();
        };
    }
}
