package dev.mailcheck.functions;

import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Routing;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.run.Surroundings;
import dev.mailcheck.tls.JdkTrustAnchors;
import dev.mailcheck.tls.PemFile;
import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;
import dev.mailcheck.world.sample.SampleWorld;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sample world in place of the internet, a copy of its own in each process: by the same clock
 * all copies are the same.
 */
public final class SampleLab implements Place.Lab {
    static final String CLOCK = "MAILCHECK_LAB_CLOCK";

    @Override
    public Place place(Map<String, String> environment) {
        Clock clock =
                Clock.fixed(
                        Instant.parse(environment.getOrDefault(CLOCK, "2026-11-22T12:00:00Z")),
                        ZoneOffset.UTC);
        return new Place(() -> surroundings(clock), options(), clock);
    }

    private static Surroundings surroundings(Clock clock) {
        World world = SampleWorld.open(clock);
        return new Surroundings(
                AddressPolicy.DOCUMENTATION,
                (address, port) -> route(world.route(address, port)),
                List.of(world.resolver()),
                TrustAnchorSet.parse(world.trustAnchor()).orElseThrow(),
                JdkTrustAnchors.ofJdk(
                        Path.of(System.getProperty("java.home")),
                        PemFile.certificates(world.ca().pem())),
                () -> true,
                "",
                Optional::empty,
                clock,
                new SecureRandom(),
                ListKeys.NONE);
    }

    private static CheckOptions options() {
        return new CheckOptions(
                List.of(),
                true,
                25,
                "[127.0.0.1]",
                Optional.of("control.example"),
                RelayProbing.ON,
                Optional.of("control.example:25"),
                List.of(),
                List.of(),
                true,
                true,
                ListAccess.WITHOUT_KEYS);
    }

    private static Routing.Route route(Road road) {
        return switch (road) {
            case Road.Open open -> new Routing.Route.Open(open.loopback());
            case Road.Refused refused -> new Routing.Route.Refused();
            case Road.Dropped dropped -> new Routing.Route.Dropped();
            case Road.Unreachable unreachable -> new Routing.Route.Unreachable();
        };
    }
}
