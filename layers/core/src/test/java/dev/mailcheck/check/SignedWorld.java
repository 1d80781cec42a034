package dev.mailcheck.check;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.OwnServersDns;
import dev.mailcheck.dns.ResolverDns;
import dev.mailcheck.dns.ResolverSettings;
import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Routing;
import dev.mailcheck.net.SocketNetwork;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.DaneProbe;
import dev.mailcheck.probe.DnssecProbe;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.MxProbe;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.ResolverProbe;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.Target;
import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A domain in signed zones, looked at by the probes that validate; mail hosts are not asked. */
final class SignedWorld {
    private final Judgement judgement;
    private final int asked;
    private final long distinct;

    private SignedWorld(Judgement judgement, World world) {
        this.judgement = judgement;
        this.asked = world.questions().total();
        this.distinct = world.questions().distinct();
    }

    static SignedWorld of(String domain, UnaryOperator<WorldPlan> plan) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));
        try (World world = plan.apply(World.plan(SmtpLab.CLOCK)).open();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Routing routing = (address, port) -> route(world.route(address, port));
            try (SocketNetwork network =
                            new SocketNetwork(AddressPolicy.DOCUMENTATION, routing, () -> true);
                    ResolverDns dns =
                            new ResolverDns(settings(world, deadline, network, routing))) {
                Target target = new Target(new Domain(domain), CheckOptions.DEFAULT);
                Doors doors =
                        new Doors(
                                new OwnServersDns(dns, target.domain(), executor, deadline),
                                network,
                                List::of,
                                deadline,
                                SmtpLab.CLOCK,
                                new SecureRandom(),
                                executor);
                Observations seen = observe(target, doors);
                return new SignedWorld(new Judgement(target, seen, SmtpLab.NOW), world);
            }
        }
    }

    private static Observations observe(Target target, Doors doors) {
        List<Observation> seen = new ArrayList<>();
        for (Probe<?> probe :
                List.of(new ResolverProbe(), new MxProbe(), new DnssecProbe(), new DaneProbe())) {
            seen.add(probe.observe(target, new Observations(seen), doors));
        }
        return new Observations(seen);
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

    Judgement judgement() {
        return judgement;
    }

    /** Questions to the resolver, and different ones among them. */
    boolean askedEachQuestionOnce() {
        return asked == distinct;
    }

    List<Finding> findings(Check check) {
        return Checks.judge(check, judgement).findings();
    }

    /** The names of all codes found, in order of the table. */
    List<String> codes(Check check) {
        return findings(check).stream().map(Finding::code).sorted().map(Enum::name).toList();
    }

    DanePolicy policy(String host) {
        return DanePolicy.of(judgement.seen(), DnsName.of(host).text());
    }
}
