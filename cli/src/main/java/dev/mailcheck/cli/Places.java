package dev.mailcheck.cli;

import dev.mailcheck.dns.ResolverList;
import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.LocalRoute;
import dev.mailcheck.net.Routing;
import dev.mailcheck.run.Surroundings;
import dev.mailcheck.tls.JdkTrustAnchors;
import dev.mailcheck.tls.PemFile;
import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The places where a check can look from: this host, or the sample world. */
final class Places {
    private static final Path HOST_NAME = Path.of("/etc/hostname");

    private Places() {}

    static Surroundings thisHost(Environment environment, Settings settings) {
        return new Surroundings(
                settings.options().lab() ? AddressPolicy.LAB : AddressPolicy.PUBLIC_ONLY,
                Routing.DIRECT,
                resolvers(settings),
                settings.dns().trustAnchor().orElseGet(TrustAnchorSet::iana),
                JdkTrustAnchors.ofJdk(jdk(), settings.authorities()),
                LocalRoute::hasGlobalIpv6,
                hostName(environment),
                LocalRoute::ownAddress,
                environment.clock(),
                environment.random(),
                settings.dns().keys());
    }

    static Surroundings sampleWorld(Environment environment, World world) {
        return new Surroundings(
                AddressPolicy.DOCUMENTATION,
                (address, port) -> route(world, address, port),
                List.of(world.resolver()),
                TrustAnchorSet.parse(world.trustAnchor()).orElseThrow(),
                JdkTrustAnchors.ofJdk(jdk(), PemFile.certificates(world.ca().pem())),
                () -> true,
                "",
                Optional::empty,
                environment.clock(),
                environment.random(),
                ListKeys.NONE);
    }

    private static List<InetSocketAddress> resolvers(Settings settings) {
        List<InetSocketAddress> named = settings.dns().resolvers();
        return named.isEmpty() ? ResolverList.ofSystem() : named;
    }

    private static Routing.Route route(World world, InetAddress address, int port) {
        return switch (world.route(address, port)) {
            case Road.Open(InetSocketAddress loopback) -> new Routing.Route.Open(loopback);
            case Road.Refused() -> new Routing.Route.Refused();
            case Road.Dropped() -> new Routing.Route.Dropped();
            case Road.Unreachable() -> new Routing.Route.Unreachable();
        };
    }

    private static Path jdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Asking the JDK for it can mean a slow question to the DNS. */
    private static String hostName(Environment environment) {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException notThere) {
            return environment.variable("HOSTNAME").orElse("");
        }
    }
}
