package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.Map;

/**
 * All that a check saw, before anything is judged: what {@code --record} writes and {@code
 * --replay} judges again.
 *
 * @param elapsedMillis for each observation's simple name, how long its probe took
 */
@Json
public record Seen(
        Target target,
        Observations observations,
        Instant startedAt,
        Instant finishedAt,
        Map<String, Long> elapsedMillis) {
    public Seen {
        elapsedMillis = Map.copyOf(elapsedMillis);
    }
}
