package dev.mailcheck.message;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a structured value (RFC 5322, section 3.2): a word, a quoted string, a comment, or one
 * of the signs = and ; which end words.
 */
record ResultToken(Kind kind, String text) {
    enum Kind {
        WORD,
        QUOTED,
        COMMENT,
        EQUALS,
        SEMICOLON
    }

    /** Cuts a value up in one pass. */
    static List<ResultToken> tokens(String value) {
        List<ResultToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            int end = end(value, at);
            switch (c) {
                case ' ', '\t', '\r', '\n' -> {}
                case '=' -> tokens.add(new ResultToken(Kind.EQUALS, "="));
                case ';' -> tokens.add(new ResultToken(Kind.SEMICOLON, ";"));
                case '(' -> tokens.add(new ResultToken(Kind.COMMENT, inner(value, at, end, ')')));
                case '"' ->
                        tokens.add(
                                new ResultToken(
                                        Kind.QUOTED, Quoted.plain(inner(value, at, end, '"'))));
                default -> tokens.add(new ResultToken(Kind.WORD, value.substring(at, end)));
            }
            at = end;
        }
        return tokens;
    }

    private static int end(String value, int at) {
        return switch (value.charAt(at)) {
            case ' ', '\t', '\r', '\n', '=', ';' -> at + 1;
            case '(' -> Quoted.endOfComment(value, at);
            case '"' -> Quoted.endOfString(value, at);
            default -> endOfWord(value, at);
        };
    }

    private static int endOfWord(String value, int at) {
        int end = at;
        while (end < value.length() && " \t\r\n=;(\"".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String inner(String value, int start, int end, char close) {
        boolean closed = end - start > 1 && value.charAt(end - 1) == close;
        return value.substring(start + 1, closed ? end - 1 : end);
    }
}
