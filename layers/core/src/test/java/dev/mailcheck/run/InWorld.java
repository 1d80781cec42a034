package dev.mailcheck.run;

import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Routing;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.tls.JdkTrustAnchors;
import dev.mailcheck.tls.PemFile;
import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A test world in the place of the internet. */
public final class InWorld {
    private InWorld() {}

    /** A host that reaches the whole world and trusts its authority. */
    public static Surroundings surroundings(World world, Clock clock) {
        return new Surroundings(
                AddressPolicy.DOCUMENTATION,
                routing(world),
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

    public static Routing routing(World world) {
        return (address, port) ->
                switch (world.route(address, port)) {
                    case Road.Open(var loopback) -> new Routing.Route.Open(loopback);
                    case Road.Refused() -> new Routing.Route.Refused();
                    case Road.Dropped() -> new Routing.Route.Dropped();
                    case Road.Unreachable() -> new Routing.Route.Unreachable();
                };
    }

    /** The options of a check of the sample world, with all that is sent to mail servers. */
    public static CheckOptions options() {
        return new CheckOptions(
                List.of(),
                true,
                25,
                "[127.0.0.1]",
                Optional.of(WorldPlan.CONTROL_HOST),
                RelayProbing.ON,
                Optional.of(WorldPlan.CONTROL_HOST + ":25"),
                List.of(),
                List.of(),
                true,
                true);
    }
}
