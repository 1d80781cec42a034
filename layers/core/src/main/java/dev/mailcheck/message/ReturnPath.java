package dev.mailcheck.message;

/** The value of Return-Path (RFC 5322, section 3.6.7): a path in angle brackets, or one without. */
final class ReturnPath {
    private ReturnPath() {}

    /** The address; empty: the null sender. A source route before it is left out. */
    static String of(String value) {
        int open = value.indexOf('<');
        int close = value.lastIndexOf('>');
        String path = open >= 0 && close > open ? value.substring(open + 1, close) : value;
        String address = path.strip();
        boolean routed = address.startsWith("@") && address.indexOf(':') > 0;
        return routed ? address.substring(address.indexOf(':') + 1) : address;
    }
}
