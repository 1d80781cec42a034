package dev.mailcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.sample.SampleWorld;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several domains of the sample world, checked side by side as the command does. */
class SharedDoorsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> DOMAINS =
            List.of("sound.example", "parked.example", "forgeable.example", "two-records.example");

    @Test
    void noQuestionGoesToTheResolverTwiceWhicheverCheckAsksIt() throws Exception {
        try (World world = SampleWorld.open(CLOCK)) {
            assertThat(checked(world)).hasSize(DOMAINS.size());

            assertThat(world.questions().all())
                    .hasSizeGreaterThan(DOMAINS.size() * 20)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theControlHostIsVisitedOnceForAllOfThem() throws Exception {
        try (World world = SampleWorld.open(CLOCK)) {
            List<Seen> seen = checked(world);

            assertThat(world.smtpLog(WorldPlan.CONTROL_ADDRESS).sessions()).hasSize(1);
            assertThat(seen)
                    .allSatisfy(one ->
                            assertThat(one.observations().find(EgressObservation.class))
                                    .hasValueSatisfying(
                                            egress -> assertThat(egress.controls()).hasSize(1)));
        }
    }

    private static List<Seen> checked(World world) throws Exception {
        Surroundings surroundings = InWorld.surroundings(world, CLOCK);
        List<Seen> seen = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                SharedDoors shared = SharedDoors.open(surroundings)) {
            List<Callable<Seen>> checks = new ArrayList<>();
            for (String domain : DOMAINS) {
                checks.add(() -> check(domain, shared, surroundings, executor));
            }
            for (var ended : executor.invokeAll(checks)) {
                seen.add(ended.get());
            }
        }
        return seen;
    }

    private static Seen check(
            String domain,
            SharedDoors shared,
            Surroundings surroundings,
            ExecutorService executor) {
        try (LiveDoors live =
                LiveDoors.open(
                        shared,
                        surroundings,
                        Optional.empty(),
                        List.of(),
                        Duration.ofSeconds(60),
                        executor)) {
            Target target = new Target(new Domain(domain), InWorld.options());
            return CheckRunner.observe(target, live.doors(), Progress.NONE);
        }
    }
}
