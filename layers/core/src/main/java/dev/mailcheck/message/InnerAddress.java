package dev.mailcheck.message;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;

/** Addresses of this host and of private networks (RFC 1918, RFC 4193). */
final class InnerAddress {
    private InnerAddress() {}

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
