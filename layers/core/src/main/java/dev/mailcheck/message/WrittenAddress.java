package dev.mailcheck.message;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.Optional;

/**
 * IP addresses as Received fields write them: in brackets, with the tag {@code IPv6:}, a zone, a
 * port, or a user of RFC 1413 before an at sign. An IPv4-mapped address is given as IPv4.
 */
final class WrittenAddress {
    private static final String TAG = "ipv6:";
    private static final String MAPPED = "::ffff:";

    private WrittenAddress() {}

    /** The address in its canonical form; empty where the word is none. */
    static Optional<String> parse(String word) {
        String text = withoutUser(word);
        int open = text.indexOf('[');
        int close = text.indexOf(']');
        if (open == 0 && close > 0) {
            return bare(text.substring(1, close));
        }
        return open < 0 && close < 0 ? bare(text) : Optional.empty();
    }

    /** Whether the word is an address in brackets, with whatever after it. */
    static boolean isBracketed(String word) {
        return word.indexOf('[') >= 0 && parse(word).isPresent();
    }

    private static String withoutUser(String word) {
        return word.substring(word.lastIndexOf('@') + 1);
    }

    private static Optional<String> bare(String text) {
        String address = text.strip();
        if (address.regionMatches(true, 0, TAG, 0, TAG.length())) {
            address = address.substring(TAG.length());
        }
        int zone = address.indexOf('%');
        String plain = withoutPort(zone < 0 ? address : address.substring(0, zone));
        return IpLiteral.parse(plain).map(WrittenAddress::canonical);
    }

    /** Without {@code :25}, or {@code .25} as some old programs write it. */
    private static String withoutPort(String address) {
        int colon = address.indexOf(':');
        if (colon > 0 && colon == address.lastIndexOf(':') && address.indexOf('.') > 0) {
            return address.substring(0, colon);
        }
        boolean fiveNumbers = colon < 0 && address.chars().filter(c -> c == '.').count() == 4;
        return fiveNumbers ? address.substring(0, address.lastIndexOf('.')) : address;
    }

    private static String canonical(InetAddress address) {
        String text = IpLiteral.text(address);
        return text.startsWith(MAPPED) && text.indexOf('.') > 0
                ? text.substring(MAPPED.length())
                : text;
    }
}
