package dev.mailcheck.dns;

import java.util.List;

/**
 * Names that resolvers may answer by themselves (RFC 6761, RFC 6303, RFC 7793, RFC 8375): unsigned,
 * although their parents are signed and know nothing of them.
 */
final class SpecialUse {
    /** Nothing may ever exist below it. */
    static final DnsName INVALID = DnsName.of("invalid");

    private static final List<DnsName> ZONES =
            List.of(
                            "invalid",
                            "localhost",
                            "local",
                            "test",
                            "onion",
                            "alt",
                            "internal",
                            "home.arpa",
                            "0.in-addr.arpa",
                            "10.in-addr.arpa",
                            "127.in-addr.arpa",
                            "254.169.in-addr.arpa",
                            "168.192.in-addr.arpa",
                            "2.0.192.in-addr.arpa",
                            "100.51.198.in-addr.arpa",
                            "113.0.203.in-addr.arpa",
                            "255.255.255.255.in-addr.arpa",
                            "d.f.ip6.arpa",
                            "c.f.ip6.arpa",
                            "8.e.f.ip6.arpa",
                            "9.e.f.ip6.arpa",
                            "a.e.f.ip6.arpa",
                            "b.e.f.ip6.arpa",
                            "8.b.d.0.1.0.0.2.ip6.arpa",
                            "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa")
                    .stream()
                    .map(DnsName::of)
                    .toList();

    private static final DnsName PRIVATE_172 = DnsName.of("172.in-addr.arpa");
    private static final DnsName SHARED_100 = DnsName.of("100.in-addr.arpa");

    private SpecialUse() {}

    static boolean covers(DnsName name) {
        return ZONES.stream().anyMatch(zone -> zone.contains(name))
                || octetBelow(PRIVATE_172, name, 16, 31)
                || octetBelow(SHARED_100, name, 64, 127);
    }

    private static boolean octetBelow(DnsName zone, DnsName name, int first, int last) {
        if (!zone.contains(name) || name.equals(zone)) {
            return false;
        }
        String label = name.rightmost(zone.labels() + 1).text();
        String octet = label.substring(0, label.indexOf('.'));
        return octet.matches("[0-9]{1,3}")
                && Integer.parseInt(octet) >= first
                && Integer.parseInt(octet) <= last;
    }
}
