package dev.mailcheck.dns;

import dev.mailcheck.dns.Parsed.Invalid;
import dev.mailcheck.dns.Parsed.Valid;

/**
 * The data of a TXT record as it is typed: without quotes the whole text, with quotes {@code
 * <character-string>}s (RFC 1035, section 5.1), which are joined without blanks.
 */
final class CharacterStrings {
    private static final int MAX_STRING = 255;
    private static final int MAX_TEXT = 65_535;

    private final String text;
    private final StringBuilder joined = new StringBuilder();
    private int at;

    private CharacterStrings(String text) {
        this.text = text;
    }

    static Parsed<String> parse(String text) {
        if (text.length() > MAX_TEXT) {
            return new Invalid<>("is longer than a record can be");
        }
        return text.startsWith("\"") ? new CharacterStrings(text).strings() : new Valid<>(text);
    }

    private Parsed<String> strings() {
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                return new Invalid<>("text outside the quotes: " + Shown.text(text.substring(at)));
            }
            int length = string();
            if (length < 0) {
                return new Invalid<>("a quote is missing, or a backslash stands before nothing");
            }
            if (length > MAX_STRING) {
                return new Invalid<>("a quoted string has more than 255 bytes");
            }
            skipBlanks();
        }
        return new Valid<>(joined.toString());
    }

    /** Reads one quoted string; its length, or -1 where it has no end. */
    private int string() {
        int before = joined.length();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            int c = text.charAt(at) == '\\' ? escaped() : text.charAt(at++);
            if (c < 0) {
                return -1;
            }
            joined.append((char) c);
        }
        return at++ < text.length() ? joined.length() - before : -1;
    }

    /** {@code \DDD} is the byte of that number, {@code \X} the character itself. */
    private int escaped() {
        at++;
        if (at + 3 <= text.length() && isByte(text.substring(at, at + 3))) {
            at += 3;
            return Integer.parseInt(text.substring(at - 3, at));
        }
        return at < text.length() ? text.charAt(at++) : -1;
    }

    private static boolean isByte(String digits) {
        return digits.matches("[0-2][0-9]{2}") && Integer.parseInt(digits) <= 255;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }
}
