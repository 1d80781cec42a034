package dev.mailcheck.run;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ResolverDns;
import dev.mailcheck.dns.ResolverSettings;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.dns.WithDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.SocketNetwork;
import dev.mailcheck.probe.Doors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * The doors of one check, opened and closed together: its DNS asks each question once, its
 * connections end by its deadline.
 */
public final class LiveDoors implements AutoCloseable {
    private final Doors doors;
    private final SocketNetwork network;
    private final Optional<ResolverDns> resolver;
    private final Optional<SharedDoors> own;

    /**
     * @param own what is closed with these doors, since no other check has it
     */
    private LiveDoors(
            Doors doors,
            SocketNetwork network,
            Optional<ResolverDns> resolver,
            Optional<SharedDoors> own) {
        this.doors = doors;
        this.network = network;
        this.resolver = resolver;
        this.own = own;
    }

    /** Opens the doors of a check that is alone. */
    public static LiveDoors open(
            Surroundings surroundings,
            Optional<? extends Dns> zone,
            List<WhatIf> with,
            Duration budget,
            ExecutorService executor) {
        SharedDoors alone = SharedDoors.open(surroundings);
        return open(
                alone,
                Optional.of(alone),
                surroundings,
                zone,
                with,
                budget,
                executor,
                ResolverSettings.QUOTA);
    }

    /**
     * Opens the doors for one check.
     *
     * @param shared with other checks; it stays open
     * @param zone what answers in place of the network, if anything
     * @param with records as if published
     * @param budget until the deadline of the whole check
     * @param executor runs the probes; it stays open
     */
    public static LiveDoors open(
            SharedDoors shared,
            Surroundings surroundings,
            Optional<? extends Dns> zone,
            List<WhatIf> with,
            Duration budget,
            ExecutorService executor) {
        return open(shared, surroundings, zone, with, budget, executor, ResolverSettings.QUOTA);
    }

    /**
     * Opens the doors as the other method does.
     *
     * @param quota questions that the check may ask: a mail and a domain in one check need that of
     *     two
     */
    public static LiveDoors open(
            SharedDoors shared,
            Surroundings surroundings,
            Optional<? extends Dns> zone,
            List<WhatIf> with,
            Duration budget,
            ExecutorService executor,
            int quota) {
        return open(shared, Optional.empty(), surroundings, zone, with, budget, executor, quota);
    }

    private static LiveDoors open(
            SharedDoors shared,
            Optional<SharedDoors> own,
            Surroundings surroundings,
            Optional<? extends Dns> zone,
            List<WhatIf> with,
            Duration budget,
            ExecutorService executor,
            int quota) {
        Deadline deadline = Deadline.in(budget);
        SocketNetwork network =
                new SocketNetwork(
                        surroundings.policy(), surroundings.routing(), surroundings.ipv6());
        Optional<ResolverDns> resolver =
                zone.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new ResolverDns(
                                        settings(surroundings, network, deadline, quota),
                                        shared.questions()));
        Dns live = resolver.isPresent() ? resolver.get() : zone.orElseThrow();
        Dns dns = surroundings.keys().around(with.isEmpty() ? live : new WithDns(live, with));
        Doors doors =
                new Doors(
                        dns,
                        network,
                        surroundings.trust(),
                        deadline,
                        surroundings.clock(),
                        surroundings.random(),
                        executor,
                        shared.port25());
        return new LiveDoors(doors, network, resolver, own);
    }

    private static ResolverSettings settings(
            Surroundings surroundings, SocketNetwork network, Deadline deadline, int quota) {
        return new ResolverSettings(
                surroundings.resolvers(),
                surroundings.anchors(),
                deadline,
                surroundings.clock(),
                surroundings.random(),
                network,
                surroundings.routing(),
                quota);
    }

    public Doors doors() {
        return doors;
    }

    @Override
    public void close() {
        resolver.ifPresent(ResolverDns::close);
        network.close();
        own.ifPresent(SharedDoors::close);
    }
}
