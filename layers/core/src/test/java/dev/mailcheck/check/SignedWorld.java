package dev.mailcheck.check;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.OwnServersDns;
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
import dev.mailcheck.run.InWorld;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        try (World world = plan.apply(World.plan(SmtpLab.CLOCK)).open();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                LiveDoors live =
                        LiveDoors.open(
                                InWorld.surroundings(world, SmtpLab.CLOCK),
                                Optional.empty(),
                                List.of(),
                                Duration.ofSeconds(60),
                                executor)) {
            Target target = new Target(new Domain(domain), CheckOptions.DEFAULT);
            Observations seen = observe(target, ownServers(live.doors(), target));
            return new SignedWorld(new Judgement(target, seen, SmtpLab.NOW), world);
        }
    }

    /** As a check has them, but with all the patience there is. */
    private static Doors ownServers(Doors doors, Target target) {
        return doors.with(
                new OwnServersDns(
                        doors.dns(), target.domain(), doors.executor(), doors.deadline()));
    }

    private static Observations observe(Target target, Doors doors) {
        List<Observation> seen = new ArrayList<>();
        for (Probe<?> probe :
                List.of(new ResolverProbe(), new MxProbe(), new DnssecProbe(), new DaneProbe())) {
            seen.add(probe.observe(target, new Observations(seen), doors));
        }
        return new Observations(seen);
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
