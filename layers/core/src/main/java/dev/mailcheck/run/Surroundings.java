package dev.mailcheck.run;

import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Routing;
import dev.mailcheck.tls.TrustAnchors;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Where checks take place: the real network seen from this host, or a lab.
 *
 * @param policy which addresses count as public
 * @param routing where packets go
 * @param resolvers the DNS servers to ask, in turn
 * @param anchors whom DNSSEC validation trusts
 * @param trust whom TLS trusts
 * @param ipv6 whether this host reaches the internet by IPv6
 * @param hostName this host's own name, for EHLO if it resolves; may be empty
 * @param ownAddress the address that packets from here bear, as far as this host knows
 * @param random unpredictable in production
 * @param keys our keys for lists
 */
public record Surroundings(
        AddressPolicy policy,
        Routing routing,
        List<InetSocketAddress> resolvers,
        TrustAnchorSet anchors,
        TrustAnchors trust,
        BooleanSupplier ipv6,
        String hostName,
        Supplier<Optional<InetAddress>> ownAddress,
        Clock clock,
        RandomGenerator random,
        ListKeys keys) {
    public Surroundings {
        resolvers = List.copyOf(resolvers);
    }
}
