package dev.mailcheck.check;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ResolverDns;
import dev.mailcheck.dns.ResolverSettings;
import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.dns.WithDns;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Routing;
import dev.mailcheck.net.SocketNetwork;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.Progress;
import dev.mailcheck.tls.JdkTrustAnchors;
import dev.mailcheck.tls.PemFile;
import dev.mailcheck.tls.TrustAnchors;
import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A domain of a test world, checked as on a laptop: resolver, name servers, mail hosts. */
final class WorldScenario {
    private static final Path CACERTS =
            Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");

    private final List<CheckResult> results;

    private WorldScenario(List<CheckResult> results) {
        this.results = results;
    }

    /** Checks the domain in the world that the plan makes, within a minute. */
    static WorldScenario of(String domain, UnaryOperator<WorldPlan> plan) {
        return of(domain, plan, List.of());
    }

    /** The same, as if these records were published. */
    static WorldScenario of(String domain, UnaryOperator<WorldPlan> plan, List<WhatIf> records) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));
        try (World world = plan.apply(World.plan(SmtpLab.CLOCK)).open();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Routing routing = (address, port) -> route(world.route(address, port));
            try (SocketNetwork network =
                            new SocketNetwork(AddressPolicy.DOCUMENTATION, routing, () -> true);
                    ResolverDns dns =
                            new ResolverDns(settings(world, deadline, network, routing))) {
                TrustAnchors trust =
                        new JdkTrustAnchors(CACERTS, PemFile.certificates(world.ca().pem()));
                Doors doors =
                        new Doors(
                                new WithDns(dns, records),
                                network,
                                trust,
                                deadline,
                                SmtpLab.CLOCK,
                                new SecureRandom(),
                                executor);
                Target target = target(domain);
                return new WorldScenario(
                        CheckRunner.judge(
                                CheckRunner.observe(target, doors, Progress.NONE), SmtpLab.NOW));
            }
        }
    }

    private static Target target(String domain) {
        return new Target(new Domain(domain), SmtpLab.options("control.example:25"));
    }

    private static ResolverSettings settings(
            World world, Deadline deadline, SocketNetwork network, Routing routing) {
        return new ResolverSettings(
                List.of(world.resolver()),
                TrustAnchorSet.parse(world.trustAnchor()).orElseThrow(),
                deadline,
                SmtpLab.CLOCK,
                new SecureRandom(),
                network,
                routing,
                ResolverSettings.QUOTA);
    }

    private static Routing.Route route(Road road) {
        return switch (road) {
            case Road.Open open -> new Routing.Route.Open(open.loopback());
            case Road.Refused refused -> new Routing.Route.Refused();
            case Road.Dropped dropped -> new Routing.Route.Dropped();
            case Road.Unreachable unreachable -> new Routing.Route.Unreachable();
        };
    }

    List<CheckResult> results() {
        return results;
    }

    CheckResult result(CheckId check) {
        return results.stream().filter(result -> result.id() == check).findFirst().orElseThrow();
    }

    /** The names of all codes of a check, each once, in order of the table. */
    List<String> codes(CheckId check) {
        return result(check).findings().stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
    }
}
