package dev.mailcheck.functions.localstack;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.functions.Place;
import dev.mailcheck.functions.SampleLab;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Progress;
import dev.mailcheck.run.Surroundings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The same check in this process, as the laptop does it. */
final class Lab {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Lab() {}

    static Place place() {
        return new SampleLab().place(Map.of("MAILCHECK_LAB_CLOCK", NOW.toString()));
    }

    static Seen seenInOneProcess(String domain) {
        Place place = place();
        Surroundings surroundings = place.surroundings().get();
        Target target = new Target(Domain.parse(domain).orElseThrow(), place.options());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                LiveDoors doors =
                        LiveDoors.open(
                                surroundings,
                                Optional.empty(),
                                List.of(),
                                Duration.ofSeconds(60),
                                threads)) {
            return CheckRunner.observe(target, doors.doors(), Progress.NONE);
        }
    }
}
