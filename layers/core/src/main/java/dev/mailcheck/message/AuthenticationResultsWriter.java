package dev.mailcheck.message;

import dev.mailcheck.message.AuthenticationResults.Result;

/**
 * Writes results so that no text that came from a mail can end a word, a comment or the field (RFC
 * 8601, section 2.2).
 */
final class AuthenticationResultsWriter {
    private static final String TSPECIALS = "()<>@,;:\\\"/[]?=";
    private static final int MAX_COMMENT = 200;

    private AuthenticationResultsWriter() {}

    static String text(Result result) {
        StringBuilder text = new StringBuilder(result.method()).append('=').append(result.result());
        result.comment()
                .ifPresent(comment -> text.append(" (").append(comment(comment)).append(')'));
        result.reason().ifPresent(reason -> text.append(" reason=").append(value(reason)));
        result.properties()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(value(value)));
        return text.toString();
    }

    /** A token, an address, or a quoted string (RFC 2045, section 5.1). */
    static String value(String value) {
        String printable = printable(value);
        return isPlain(printable) ? printable : quoted(printable);
    }

    private static boolean isPlain(String value) {
        int at = value.lastIndexOf('@');
        boolean local = at <= 0 || isToken(value.substring(0, at));
        boolean domain = !value.isEmpty() && isToken(value.substring(at + 1));
        return local && domain;
    }

    private static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && TSPECIALS.indexOf(c) < 0);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String comment(String text) {
        String plain = printable(text).replace("\\", "").replace("(", "").replace(")", "");
        return plain.length() > MAX_COMMENT ? plain.substring(0, MAX_COMMENT) : plain;
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(c < ' ' || c > '~' ? '?' : (char) c));
        return printable.toString();
    }
}
