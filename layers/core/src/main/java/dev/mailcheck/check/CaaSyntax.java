package dev.mailcheck.check;

import java.util.Arrays;
import java.util.Locale;

/**
 * The form of a CAA record, {@code flags tag "value"} (RFC 8659, section 4.1); the value is looked
 * at where the tag is one of those that let issue.
 */
final class CaaSyntax {
    private CaaSyntax() {}

    static boolean isSound(String record) {
        String[] parts = record.split(" +", 3);
        if (parts.length < 3 || !isFlags(parts[0]) || !isAlphanumeric(parts[1], "")) {
            return false;
        }
        boolean issues = parts[1].toLowerCase(Locale.ROOT).startsWith("issue");
        return !issues || isIssueValue(unquoted(parts[2]));
    }

    private static boolean isFlags(String text) {
        return text.length() <= 3 && isDigits(text) && Integer.parseInt(text) <= 255;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** RFC 8659, section 4.2: an authority's domain or nothing, then parameters. */
    private static boolean isIssueValue(String value) {
        String[] parts = value.split(";", -1);
        String issuer = parts[0].strip();
        return (issuer.isEmpty() || isAlphanumeric(issuer, ".-"))
                && Arrays.stream(parts).skip(1).map(String::strip).allMatch(CaaSyntax::isParameter);
    }

    private static boolean isParameter(String text) {
        int equals = text.indexOf('=');
        return text.isEmpty()
                || (equals > 0
                        && isAlphanumeric(text.substring(0, equals).strip(), "-")
                        && text.substring(equals + 1)
                                .strip()
                                .chars()
                                .allMatch(c -> c > ' ' && c < 0x7f));
    }

    private static boolean isAlphanumeric(String text, String besides) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c ->
                                (c < 0x80 && Character.isLetterOrDigit(c))
                                        || besides.indexOf(c) >= 0);
    }
}
