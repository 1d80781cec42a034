package dev.mailcheck.world;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Addresses and their names in the reverse tree (RFC 1035, section 3.5; RFC 3596, section 2.5). */
final class Addresses {
    private static final int LABELS_OF_AN_IPV4_NETWORK = 3;
    private static final int LABELS_OF_AN_IPV6_NETWORK = 8;

    private Addresses() {}

    /** Returns the name that holds the address's PTR, without final dot. */
    static String reverseName(InetAddress address) {
        return String.join(".", labels(address).reversed()) + "." + tree(address);
    }

    /** Returns the zone it is in: a /24 or a /32. */
    static String reverseZone(InetAddress address) {
        int size =
                address instanceof Inet4Address
                        ? LABELS_OF_AN_IPV4_NETWORK
                        : LABELS_OF_AN_IPV6_NETWORK;
        List<String> network = labels(address).subList(0, size);
        return String.join(".", network.reversed()) + "." + tree(address);
    }

    private static String tree(InetAddress address) {
        return address instanceof Inet4Address ? "in-addr.arpa" : "ip6.arpa";
    }

    private static List<String> labels(InetAddress address) {
        List<String> labels = new ArrayList<>();
        for (byte b : address.getAddress()) {
            if (address instanceof Inet4Address) {
                labels.add(Integer.toString(b & 0xff));
            } else {
                labels.add(Integer.toHexString((b & 0xf0) >> 4));
                labels.add(Integer.toHexString(b & 0x0f));
            }
        }
        return labels;
    }
}
