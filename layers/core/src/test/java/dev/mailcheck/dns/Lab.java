package dev.mailcheck.dns;

import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Routing;
import dev.mailcheck.net.SocketNetwork;
import dev.mailcheck.run.InWorld;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A world and the resolver door into it. */
final class Lab implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    final World world;
    final ResolverDns dns;
    private final SocketNetwork network;

    private Lab(World world, List<InetSocketAddress> servers, String anchor, Duration budget) {
        this.world = world;
        Routing routing = InWorld.routing(world);
        network = new SocketNetwork(AddressPolicy.DOCUMENTATION, routing, () -> true);
        dns =
                new ResolverDns(
                        new ResolverSettings(
                                servers,
                                TrustAnchorSet.parse(anchor).orElseThrow(),
                                Deadline.in(budget),
                                CLOCK,
                                new SecureRandom(),
                                network,
                                routing,
                                ResolverSettings.QUOTA));
    }

    static WorldPlan plan() {
        return World.plan(CLOCK);
    }

    static Lab of(WorldPlan plan) {
        return of(plan, Duration.ofSeconds(60));
    }

    static Lab of(WorldPlan plan, Duration budget) {
        World world = plan.open();
        return new Lab(world, List.of(world.resolver()), world.trustAnchor(), budget);
    }

    static Lab of(WorldPlan plan, String anchor) {
        World world = plan.open();
        return new Lab(world, List.of(world.resolver()), anchor, Duration.ofSeconds(60));
    }

    /** The resolvers of the list stand before the world's own. */
    static Lab behind(WorldPlan plan, InetSocketAddress... first) {
        World world = plan.open();
        List<InetSocketAddress> servers = new ArrayList<>(List.of(first));
        servers.add(world.resolver());
        return new Lab(world, servers, world.trustAnchor(), Duration.ofSeconds(60));
    }

    DnsAnswer ask(String name, RecordType type) {
        return dns.get(DnsName.of(name), type);
    }

    Security security(String name, RecordType type) {
        return dns.security(DnsName.of(name), type).get();
    }

    static DnsFailure reason(DnsAnswer answer) {
        return answer instanceof DnsAnswer.Failed failed ? failed.reason() : fail(answer);
    }

    private static DnsFailure fail(DnsAnswer answer) {
        throw new AssertionError("not a failure: " + answer);
    }

    @Override
    public void close() {
        dns.close();
        network.close();
        world.close();
    }
}
