package dev.mailcheck.functions;

import dev.mailcheck.run.InWorld;
import dev.mailcheck.world.sample.SampleWorld;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The sample world in place of the internet, a copy of its own in each process: by the same clock
 * all copies are the same.
 */
public final class SampleLab implements Place.Lab {
    static final String CLOCK = "MAILCHECK_LAB_CLOCK";

    @Override
    public Place place(Map<String, String> environment) {
        Clock clock =
                Clock.fixed(
                        Instant.parse(environment.getOrDefault(CLOCK, "2026-11-22T12:00:00Z")),
                        ZoneOffset.UTC);
        return new Place(
                () -> InWorld.surroundings(SampleWorld.open(clock), clock),
                InWorld.options(),
                clock);
    }
}
