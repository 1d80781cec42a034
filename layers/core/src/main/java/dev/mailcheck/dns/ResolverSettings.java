package dev.mailcheck.dns;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Network;
import dev.mailcheck.net.Routing;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a {@link ResolverDns} needs for one check.
 *
 * @param servers the resolvers, asked in turn; they are exempt from the egress guard
 * @param anchors whom validation trusts
 * @param deadline the check's; nothing waits longer
 * @param clock the time that signatures are judged by
 * @param random unpredictable in production: it makes the ids of queries
 * @param network its guard decides which nameservers may be asked
 * @param routing where packets to a nameserver go
 * @param quota how many questions may go out
 */
public record ResolverSettings(
        List<InetSocketAddress> servers,
        TrustAnchorSet anchors,
        Deadline deadline,
        Clock clock,
        RandomGenerator random,
        Network network,
        Routing routing,
        int quota) {
    /** Questions a check may ask. */
    public static final int QUOTA = 300;

    public ResolverSettings {
        servers = List.copyOf(servers);
    }
}
