package dev.mailcheck.message;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.Set;

/** Addresses and names of this host and of private networks (RFC 1918, RFC 4193). */
final class InnerAddress {
    private static final Set<String> INNER_DOMAINS =
            Set.of("internal", "local", "localdomain", "localhost", "lan", "intern", "intranet");

    private InnerAddress() {}

    /** Whether a host name can be one of the inside only. */
    static boolean isInnerName(String host) {
        int dot = host.lastIndexOf('.');
        return !host.isEmpty()
                && IpLiteral.parse(host).isEmpty()
                && (dot < 0 || INNER_DOMAINS.contains(host.substring(dot + 1)));
    }

    static boolean isLoopback(String ip) {
        return IpLiteral.parse(ip).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    static boolean isInner(String ip) {
        return IpLiteral.parse(ip)
                .filter(a ->
                        a.isLoopbackAddress()
                                || a.isSiteLocalAddress()
                                || a.isLinkLocalAddress()
                                || isUniqueLocal(a.getAddress()))
                .isPresent();
    }

    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }
}
