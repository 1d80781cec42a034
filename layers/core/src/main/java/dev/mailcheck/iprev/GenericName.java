package dev.mailcheck.iprev;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Whether a host name looks as if a provider's script had made it of the address
 * ("203-0-113-5.dsl.isp.example"): receivers take such hosts for home connections. A guess from the
 * name alone: it proves nothing.
 */
public final class GenericName {
    private static final int LABELS_OF_THE_PROVIDER = 2;
    private static final int OCTETS_THAT_TELL = 3;

    /** Words of access providers; they tell only beside a number of the address. */
    private static final Set<String> ACCESS =
            Set.of(
                    "adsl",
                    "broadband",
                    "cable",
                    "catv",
                    "cpe",
                    "dhcp",
                    "dial",
                    "dialup",
                    "dsl",
                    "dyn",
                    "dynamic",
                    "dynip",
                    "ftth",
                    "hsd",
                    "ip",
                    "pool",
                    "ppp",
                    "pppoe",
                    "sdsl",
                    "vdsl",
                    "wifi",
                    "xdsl");

    private GenericName() {}

    public static boolean is(String name, InetAddress ip) {
        String host = hostPart(name);
        return ip instanceof Inet4Address
                ? hasOctets(host, ip.getAddress())
                : hasLastGroups(host, ip.getAddress());
    }

    private static String hostPart(String name) {
        List<String> labels = Arrays.asList(name.split("\\."));
        int provider = Math.min(LABELS_OF_THE_PROVIDER, labels.size() - 1);
        return String.join(".", labels.subList(0, labels.size() - provider));
    }

    private static boolean hasOctets(String host, byte[] address) {
        List<String> words = Arrays.asList(host.split("[^a-z0-9]+|(?<=[a-z])(?=[0-9])"));
        List<String> octets = new ArrayList<>();
        for (byte b : address) {
            octets.add(Integer.toString(b & 0xff));
        }
        List<String> numbers =
                words.stream().map(word -> word.replaceFirst("^0+(?=\\d)", "")).toList();
        return inARow(numbers, octets)
                || inARow(numbers, octets.reversed())
                || host.contains(HexFormat.of().formatHex(address))
                || (numbers.contains(octets.getLast())
                        && words.stream().anyMatch(ACCESS::contains));
    }

    /** Whether at least three of the address's numbers stand side by side. */
    private static boolean inARow(List<String> numbers, List<String> octets) {
        for (int from = 0; from + OCTETS_THAT_TELL <= octets.size(); from++) {
            List<String> part = octets.subList(from, from + OCTETS_THAT_TELL);
            for (int at = 0; at + OCTETS_THAT_TELL <= numbers.size(); at++) {
                if (numbers.subList(at, at + OCTETS_THAT_TELL).equals(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the last 64 bits of an IPv6 address are written out in the name. */
    private static boolean hasLastGroups(String host, byte[] address) {
        String hex = HexFormat.of().formatHex(address, 8, 16);
        String bare = host.replaceAll("[^a-z0-9]", "");
        return !hex.startsWith("000000000000") && bare.contains(hex);
    }
}
