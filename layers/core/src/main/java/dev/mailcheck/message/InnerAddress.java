package dev.mailcheck.message;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.Set;

/**
 * Addresses and names for use inside a network only (RFC 1918, RFC 4193, RFC 6598): a mail that
 * came from there was handed over by a machine of the receiver's own, and who sent it is not seen.
 * Addresses set aside for examples are none of these.
 */
public final class InnerAddress {
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

    /** False for what is no address. */
    public static boolean isInner(String ip) {
        return IpLiteral.parse(ip).filter(InnerAddress::isInner).isPresent();
    }

    public static boolean isInner(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || isShared(address.getAddress())
                || isUniqueLocal(address.getAddress());
    }

    /** 100.64.0.0/10, between providers and their customers. */
    private static boolean isShared(byte[] bytes) {
        return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
    }

    /** fc00::/7. */
    private static boolean isUniqueLocal(byte[] bytes) {
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }
}
