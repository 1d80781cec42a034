package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ResolverDns;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.ResolverSettings;
import dev.mailcheck.dns.Security.State;
import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.NoNetwork;
import dev.mailcheck.net.Routing;
import dev.mailcheck.world.World;
import dev.mailcheck.world.dns.Resolver;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class ResolverProbeTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void aSoundResolverIsSeenWithTheFirstLinksOfTheChain() {
        ResolverObservation seen = observe(Resolver.validating());
        assertThat(seen.kind()).isEqualTo(ResolverKind.VALIDATING);
        assertThat(seen.rootKeys().state()).isEqualTo(State.SECURE);
        assertThat(seen.topDomain()).isEqualTo("example");
        assertThat(seen.delegation().state()).isEqualTo(State.SECURE);
    }

    @Test
    void oneThatLosesSignaturesProvesNothing() {
        ResolverObservation seen = observe(Resolver.strippingDnssec());
        assertThat(seen.kind()).isEqualTo(ResolverKind.STRIPS_DNSSEC);
        assertThat(seen.rootKeys().state()).isEqualTo(State.UNKNOWN);
        assertThat(seen.delegation().state()).isEqualTo(State.UNKNOWN);
    }

    private static ResolverObservation observe(Resolver resolver) {
        Random random = new Random(1);
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));
        NoNetwork network = new NoNetwork(address -> false, false);
        try (World world =
                        World.plan(CLOCK).zone("z.example", "@ MX 0 .").resolver(resolver).open();
                ResolverDns dns =
                        new ResolverDns(
                                new ResolverSettings(
                                        List.of(world.resolver()),
                                        TrustAnchorSet.parse(world.trustAnchor()).orElseThrow(),
                                        deadline,
                                        CLOCK,
                                        random,
                                        network,
                                        Routing.DIRECT,
                                        ResolverSettings.QUOTA));
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Target target = new Target(new Domain("z.example"), CheckOptions.DEFAULT);
            Doors doors = new Doors(dns, network, List::of, deadline, CLOCK, random, executor);
            return new ResolverProbe().observe(target, new Observations(List.of()), doors);
        }
    }
}
