package dev.mailcheck.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the value of a Received field into words, comments and semicolons (RFC 5322, section 3.6.7),
 * in one pass. Comments may nest; one that is not closed reaches to the end. A word holds together
 * what stands in brackets, angle brackets or quotes.
 */
final class ReceivedTokenizer {
    /** Longest text between brackets, or quotes, that is taken for one word, in characters. */
    private static final int MAX_ENCLOSED = 320;

    private final String text;
    private final List<ReceivedToken> tokens = new ArrayList<>();
    private int at;

    private ReceivedTokenizer(String text) {
        this.text = text;
    }

    static List<ReceivedToken> tokens(String text) {
        return new ReceivedTokenizer(text).read();
    }

    private List<ReceivedToken> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                comment();
            } else if (c == ';') {
                at++;
                add(ReceivedToken.Kind.SEMICOLON, ";");
            } else if (isBlank(c)) {
                at++;
            } else {
                word();
            }
        }
        return tokens;
    }

    private void comment() {
        int start = at + 1;
        int depth = 0;
        do {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        } while (depth > 0 && at < text.length());
        at = Math.min(at, text.length());
        add(ReceivedToken.Kind.COMMENT, text.substring(start, depth == 0 ? at - 1 : at));
    }

    private void word() {
        int start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            at = afterEnclosed();
        }
        add(ReceivedToken.Kind.WORD, text.substring(start, at));
    }

    /** The place after what is enclosed here, or after one character. */
    private int afterEnclosed() {
        int close =
                switch (text.charAt(at)) {
                    case '[' -> text.indexOf(']', at);
                    case '<' -> text.indexOf('>', at);
                    case '"' -> text.indexOf('"', at + 1);
                    default -> -1;
                };
        return close > at && close - at <= MAX_ENCLOSED ? close + 1 : at + 1;
    }

    private void add(ReceivedToken.Kind kind, String value) {
        tokens.add(new ReceivedToken(kind, value, at));
    }

    private static boolean endsWord(char c) {
        return isBlank(c) || c == '(' || c == ';';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
