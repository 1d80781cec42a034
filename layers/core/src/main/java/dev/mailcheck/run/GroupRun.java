package dev.mailcheck.run;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.OwnServersDns;
import dev.mailcheck.dns.ZoneView;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check in parts that know nothing of each other but the plan: groups of probes run wherever they
 * can, and what they saw is put together to the same that {@link CheckRunner} sees in one process.
 */
public final class GroupRun {
    private static final ZoneView UNKNOWN =
            ZoneView.notCompared("NAME_SERVERS_NOT_REACHED", Optional.empty());

    private GroupRun() {}

    /** Finds the mail hosts, and decides whose word on the zone is taken. */
    public static GroupSeen plan(Target target, Doors doors) {
        OwnServersDns dns = doors.ownServers(target);
        LiveJudging untold = new LiveJudging(List.of(), target, Instant.EPOCH, Progress.NONE);
        DomainRun.Outcome run =
                new DomainRun(
                                target,
                                ProbeGroup.PLAN.probes(),
                                doors,
                                untold,
                                new Observations(List.of()))
                        .run(dns);
        return new GroupSeen(
                run.observations(), Optional.of(dns.view()), Optional.empty(), run.elapsedMillis());
    }

    /** Runs the probes of another group after the plan; ends by the deadline of the doors. */
    public static GroupSeen run(ProbeGroup group, Target target, GroupSeen plan, Doors doors) {
        Dns dns =
                OwnServersDns.decided(
                        doors.dns(),
                        target.domain(),
                        plan.view().orElse(UNKNOWN),
                        doors.deadline());
        ProbeRun run =
                new ProbeRun(
                        target,
                        group.probes(),
                        doors.with(dns),
                        seen -> {},
                        () -> new Observations(List.of()),
                        plan.observations());
        List<Observation> own = new ArrayList<>(run.run().all());
        own.removeAll(plan.observations().all());
        return new GroupSeen(
                new Observations(own), Optional.empty(), Optional.empty(), run.elapsedMillis());
    }

    /** All that the groups saw; a group that is missing is not known, and nobody says why. */
    public static Seen together(
            Target target, Collection<GroupSeen> groups, Instant startedAt, Instant finishedAt) {
        List<Observation> all = new ArrayList<>();
        Map<String, Long> elapsedMillis = new HashMap<>();
        for (GroupSeen group : groups) {
            all.addAll(group.observations().all());
            elapsedMillis.putAll(group.elapsedMillis());
        }
        Target named =
                groups.stream()
                        .flatMap(group -> group.ehlo().stream())
                        .findFirst()
                        .map(name ->
                                new Target(
                                        target.kind(),
                                        target.checked(),
                                        target.options().withEhlo(name)))
                        .orElse(target);
        return new Seen(named, new Observations(all), startedAt, finishedAt, elapsedMillis);
    }
}
