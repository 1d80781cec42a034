package dev.mailcheck.probe;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Addresses set aside for examples (RFC 5737, section 3, and RFC 3849, section 2). No packet ever
 * goes there; in a zone file they stand for public ones.
 */
final class DocumentationAddress {
    private static final List<Map.Entry<byte[], Integer>> NETS =
            List.of(
                    net("192.0.2.0", 3),
                    net("198.51.100.0", 3),
                    net("203.0.113.0", 3),
                    net("2001:db8::", 4));

    private DocumentationAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return NETS.stream()
                .filter(net -> net.getKey().length == bytes.length)
                .anyMatch(net -> startsAlike(bytes, net.getKey(), net.getValue()));
    }

    private static boolean startsAlike(byte[] address, byte[] net, int bytes) {
        return Arrays.equals(address, 0, bytes, net, 0, bytes);
    }

    private static Map.Entry<byte[], Integer> net(String address, int bytes) {
        return Map.entry(IpLiteral.parse(address).orElseThrow().getAddress(), bytes);
    }
}
