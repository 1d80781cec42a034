package dev.mailcheck.message;

import dev.mailcheck.net.IpLiteral;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads the host out of an http or https address as browsers do, forgiving what they forgive. */
final class Url {
    private static final int MAX_URL = 2_048;
    private static final int MAX_HOST = 255;

    private Url() {}

    static Optional<Link> read(String written) {
        String url = written.length() > MAX_URL ? written.substring(0, MAX_URL) : written;
        return host(url).map(host -> new Link(url, host));
    }

    private static Optional<String> host(String url) {
        String text = url.replace('\\', '/');
        int start = afterScheme(text);
        if (start < 0) {
            return Optional.empty();
        }
        while (start < text.length() && text.charAt(start) == '/') {
            start++;
        }
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(start, end);
        return named(authority.substring(authority.lastIndexOf('@') + 1));
    }

    /**
     * Where the host may begin; -1 for addresses of other kinds, and those below the mail itself.
     */
    private static int afterScheme(String text) {
        if (text.regionMatches(true, 0, "https:", 0, 6)) {
            return 6;
        }
        if (text.regionMatches(true, 0, "http:", 0, 5)) {
            return 5;
        }
        boolean bare = text.regionMatches(true, 0, "www.", 0, 4) || text.startsWith("//");
        return bare ? 0 : -1;
    }

    private static Optional<String> named(String authority) {
        boolean v6 = authority.startsWith("[");
        int close = authority.indexOf(']');
        if (v6) {
            return close < 0
                    ? Optional.empty()
                    : IpLiteral.parse(authority.substring(1, close)).map(IpLiteral::text);
        }
        int colon = authority.indexOf(':');
        String host = percentDecoded(colon < 0 ? authority : authority.substring(0, colon));
        String lower = HostText.withoutFinalDot(host.strip()).toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.length() > MAX_HOST
                ? Optional.empty()
                : number(lower).or(() -> DomainText.aLabels(lower));
    }

    private static String percentDecoded(String host) {
        if (host.indexOf('%') < 0) {
            return host;
        }
        byte[] bytes = host.replace('%', '=').getBytes(StandardCharsets.UTF_8);
        return new String(TransferEncoding.quotedPrintable(bytes), StandardCharsets.UTF_8);
    }

    /** IPv4 as one number, decimal or hexadecimal, which browsers take. */
    private static Optional<String> number(String host) {
        boolean hex = host.startsWith("0x");
        String digits = hex ? host.substring(2) : host;
        int radix = hex ? 16 : 10;
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= 10
                        && digits.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 0x80);
        long value = plain ? Long.parseLong(digits, radix) : -1;
        return value < 0 || value > 0xffff_ffffL
                ? Optional.empty()
                : Optional.of(
                        (value >> 24)
                                + "."
                                + (value >> 16 & 0xff)
                                + "."
                                + (value >> 8 & 0xff)
                                + "."
                                + (value & 0xff));
    }
}
