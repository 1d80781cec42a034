package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;

/**
 * The name servers of zones that name none: two for the root, two for top domains, two for the
 * rest, each pair in two networks, so that referrals between the three are real.
 */
final class DefaultServers {
    private DefaultServers() {}

    static String of(Name origin) {
        return switch (origin.labels()) {
            case 1 -> servers("a.root-servers", "b.root-servers", 1);
            case 2 -> servers("a.nic", "b.nic", 2);
            default -> servers("ns1", "ns2", 53);
        };
    }

    private static String servers(String first, String second, int host) {
        return """
        @ NS %1$s
        @ NS %2$s
        %1$s A 198.51.100.%3$d
        %1$s AAAA 2001:db8:53::%3$d
        %2$s A 203.0.113.%3$d
        %2$s AAAA 2001:db8:54::%3$d
        """
                .formatted(first, second, host);
    }
}
