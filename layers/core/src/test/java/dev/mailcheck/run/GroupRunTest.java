package dev.mailcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Finding;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.ProbeFailure;
import dev.mailcheck.probe.Probes;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.world.World;
import dev.mailcheck.world.sample.SampleWorld;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A check in groups against the same check in one process. */
class GroupRunTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Jsonb JSONB = Jsonb.instance();

    @Test
    void theGroupsTogetherAreTheRegistry() {
        List<Class<? extends Observation>> grouped =
                Arrays.stream(ProbeGroup.values())
                        .flatMap(group -> group.kinds().stream())
                        .<Class<? extends Observation>>map(kind -> kind)
                        .toList();

        assertThat(grouped)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Probes.ofDomain().stream()
                                .<Class<? extends Observation>>map(Probe::observes)
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aGroupNeedsWhatItSeesItselfOrThePlanSaw(ProbeGroup group) {
        Set<Class<? extends Observation>> there = new HashSet<>(group.kinds());
        there.addAll(ProbeGroup.PLAN.kinds());

        assertThat(group.probes())
                .allSatisfy(probe -> assertThat(there).containsAll(probe.needs()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sound.example", "forgeable.example", "parked.example", "gone.example"})
    void inPartsTheReportIsTheSameAsInOneProcess(String domain) throws Exception {
        try (World world = SampleWorld.open(CLOCK);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Target target = target(domain);
            Seen whole = whole(target, world, executor);
            GroupSeen plan = passedOn(plan(target, world, executor));
            List<GroupSeen> groups = new ArrayList<>(List.of(plan));
            for (ProbeGroup group : ProbeGroup.values()) {
                if (group != ProbeGroup.PLAN) {
                    groups.add(passedOn(part(group, target, plan, world, executor)));
                }
            }
            Seen parts = GroupRun.together(target, groups, NOW, NOW);

            assertThat(findings(parts)).isEqualTo(findings(whole));
            assertThat(parts.elapsedMillis()).containsOnlyKeys(whole.elapsedMillis().keySet());
        }
    }

    @Test
    void afterAPlanThatFailedWhatNeedsItFailsForTheSameReason() throws Exception {
        try (World world = SampleWorld.open(CLOCK);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            GroupSeen plan = GroupSeen.failed(ProbeGroup.PLAN, "DEADLINE", "");
            GroupSeen lists =
                    part(ProbeGroup.DNSBL, target("sound.example"), plan, world, executor);

            assertThat(lists.observations().all())
                    .contains(new ProbeFailure("DnsblObservation", "DEADLINE", ""))
                    .anySatisfy(seen -> assertThat(seen).isNotInstanceOf(ProbeFailure.class));
        }
    }

    @Test
    void whatIsSettledIsToldBeforeTheRestIsThere() throws Exception {
        try (World world = SampleWorld.open(CLOCK);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Target target = target("sound.example");
            GroupSeen plan = plan(target, world, executor);
            List<Observation> soFar = new ArrayList<>(plan.observations().all());
            soFar.addAll(
                    part(ProbeGroup.POLICIES, target, plan, world, executor).observations().all());

            assertThat(CheckRunner.judgeSettled(target, new Observations(soFar), NOW))
                    .extracting(result -> result.id().word())
                    .contains("spf", "dmarc", "reverse-dns")
                    .doesNotContain("dnssec", "mta-sts", "inbound-tls");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "AAAA", "H4sIAAAAAAAA", "H4sIAAAAAAAA/wMAAAAAAAAAAAA="})
    void whatIsNoParcelIsEmpty(String text) {
        assertThat(Parcel.unpack(text, JSONB)).isEmpty();
    }

    private static GroupSeen passedOn(GroupSeen seen) {
        return Parcel.unpack(Parcel.pack(seen, JSONB).orElseThrow(), JSONB).orElseThrow();
    }

    private static List<List<Finding>> findings(Seen seen) {
        return CheckRunner.judge(seen, NOW).stream().map(CheckResult::findings).toList();
    }

    private static Seen whole(Target target, World world, ExecutorService executor) {
        try (LiveDoors doors = doors(world, executor)) {
            return CheckRunner.observe(target, doors.doors(), Progress.NONE);
        }
    }

    private static GroupSeen plan(Target target, World world, ExecutorService executor) {
        try (LiveDoors doors = doors(world, executor)) {
            return GroupRun.plan(target, doors.doors());
        }
    }

    private static GroupSeen part(
            ProbeGroup group,
            Target target,
            GroupSeen plan,
            World world,
            ExecutorService executor) {
        try (LiveDoors doors = doors(world, executor)) {
            return GroupRun.run(group, target, plan, doors.doors());
        }
    }

    private static Target target(String domain) {
        return new Target(Domain.parse(domain).orElseThrow(), InWorld.options());
    }

    private static LiveDoors doors(World world, ExecutorService executor) {
        return LiveDoors.open(
                InWorld.surroundings(world, CLOCK),
                Optional.empty(),
                List.of(),
                Duration.ofSeconds(40),
                executor);
    }
}
