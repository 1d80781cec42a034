package dev.mailcheck.report;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Patterns of the ways an address is written: with dots or dashes, forwards or backwards (RFC 1035,
 * section 3.5), and for IPv6 in full, without leading zeros or with {@code ::} (RFC 5952, section
 * 4).
 */
final class AddressForms {
    private static final String NO_DIGIT_BEFORE = "(?<![0-9])";
    private static final String NO_DIGIT_AFTER = "(?![0-9])";
    private static final String NO_HEX_BEFORE = "(?:(?<=ipv?6:)|(?<![0-9a-f:]))";
    private static final String NO_HEX_AFTER = "(?![0-9a-f:])";

    private AddressForms() {}

    /** None for a text that is no address. */
    static List<String> of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet4Address
                    ? ofIpv4(List.of(parsed.getHostAddress().split("\\.")))
                    : ofIpv6(hextets(parsed.getAddress()));
        } catch (IllegalArgumentException noAddress) {
            return List.of();
        }
    }

    private static List<String> ofIpv4(List<String> octets) {
        return List.of(
                NO_DIGIT_BEFORE + String.join("[.-]", octets) + NO_DIGIT_AFTER,
                NO_DIGIT_BEFORE + String.join("[.-]", octets.reversed()) + NO_DIGIT_AFTER);
    }

    private static List<String> ofIpv6(List<String> hextets) {
        String nibbles = hextets.stream().map(AddressForms::padded).collect(Collectors.joining());
        String backwards = new StringBuilder(nibbles).reverse().toString();
        return List.of(
                NO_HEX_BEFORE + full(hextets) + NO_HEX_AFTER,
                NO_HEX_BEFORE + shortened(hextets) + NO_HEX_AFTER,
                NO_HEX_BEFORE + String.join("[.-]?", backwards.split("")) + NO_HEX_AFTER,
                NO_HEX_BEFORE + nibbles + NO_HEX_AFTER);
    }

    private static String full(List<String> hextets) {
        return hextets.stream().map(AddressForms::loose).collect(Collectors.joining("[:-]"));
    }

    /** With the longest run of zeros left out; one without zeros has no such form. */
    private static String shortened(List<String> hextets) {
        for (int length = hextets.size(); length > 0; length--) {
            int run = Collections.indexOfSubList(hextets, Collections.nCopies(length, "0"));
            if (run >= 0) {
                return full(hextets.subList(0, run))
                        + "(?:::|--)"
                        + full(hextets.subList(run + length, hextets.size()));
            }
        }
        return full(hextets);
    }

    private static String loose(String hextet) {
        return "0{0," + (4 - hextet.length()) + "}" + hextet;
    }

    private static String padded(String hextet) {
        return "0".repeat(4 - hextet.length()) + hextet;
    }

    private static List<String> hextets(byte[] address) {
        String[] hextets = new String[8];
        Arrays.setAll(
                hextets,
                i ->
                        Integer.toHexString(
                                (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff)));
        return List.of(hextets);
    }
}
