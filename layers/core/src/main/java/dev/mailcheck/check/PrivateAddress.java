package dev.mailcheck.check;

import java.net.InetAddress;

/**
 * Whether an address is for use inside a network only: a mail that came from there was handed over
 * by a machine of the receiver's own, and who sent it is not seen. Addresses set aside for examples
 * are none of these.
 */
final class PrivateAddress {
    private PrivateAddress() {}

    static boolean is(InetAddress address) {
        return address.isSiteLocalAddress()
                || address.isLoopbackAddress()
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
