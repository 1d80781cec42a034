package dev.mailcheck.run;

import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.probe.Doors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Doors to a zone of a few names and to nothing else, at a time that stands still. */
final class TestDoors implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    Doors open(String zone, Duration budget) {
        return open(zone, budget, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    Doors open(String zone, Duration budget, Clock clock) {
        return new Doors(
                ZoneDns.parse(zone).orElseThrow(),
                new NoNetwork(),
                List::of,
                Deadline.in(budget),
                clock,
                new Random(1),
                executor);
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
