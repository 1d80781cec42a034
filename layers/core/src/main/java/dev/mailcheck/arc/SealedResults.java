package dev.mailcheck.arc;

import java.util.OptionalInt;

/**
 * The value of an ARC-Authentication-Results field: an instance, and what an Authentication-Results
 * field says (RFC 8617, section 4.1.1).
 *
 * @param payload behind the instance and its semicolon; empty where there is none
 */
record SealedResults(OptionalInt instance, String payload) {

    static SealedResults of(String value) {
        int semicolon = value.indexOf(';', afterBlanks(value, 0));
        String before = semicolon < 0 ? value : value.substring(0, semicolon);
        String payload = semicolon < 0 ? "" : value.substring(semicolon + 1).strip();
        return new SealedResults(instance(before), payload);
    }

    private static OptionalInt instance(String text) {
        int i = afterBlanks(text, 0);
        if (i == text.length() || text.charAt(i) != 'i') {
            return OptionalInt.empty();
        }
        int equals = afterBlanks(text, i + 1);
        if (equals == text.length() || text.charAt(equals) != '=') {
            return OptionalInt.empty();
        }
        int from = afterBlanks(text, equals + 1);
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return afterBlanks(text, to) == text.length()
                ? Instance.read(text.substring(from, to))
                : OptionalInt.empty();
    }

    /** Behind blanks, folding and comments, which may stand between all these. */
    private static int afterBlanks(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : 0;
            if (depth == 0 && c > ' ') {
                break;
            }
            depth -= c == ')' ? 1 : 0;
            at++;
        }
        return at;
    }
}
