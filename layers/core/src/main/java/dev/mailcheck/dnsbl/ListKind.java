package dev.mailcheck.dnsbl;

/** What a list is asked about. */
public enum ListKind {
    /** IPv4 addresses (RFC 5782, section 2.1). */
    IP4,
    /** IPv6 addresses (RFC 5782, section 2.4). */
    IP6,
    /** Domain names (RFC 5782, section 3). */
    DOMAIN;

    /** The kind of an address in its written form. */
    public static ListKind ofAddress(String address) {
        return address.indexOf(':') < 0 ? IP4 : IP6;
    }
}
