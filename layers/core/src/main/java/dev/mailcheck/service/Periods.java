package dev.mailcheck.service;

import java.time.Duration;

/**
 * How long things stand.
 *
 * @param reuse so long a domain is looked at once, and who asks again is shown the same
 * @param kept so long a result can be read by its id
 */
public record Periods(Duration reuse, Duration kept) {
    /** Ten minutes and thirty days. */
    public static final Periods DEFAULT = new Periods(Duration.ofMinutes(10), Duration.ofDays(30));

    /** A run is there as long as any check that may point at it. */
    Duration ofRun() {
        return kept.plus(reuse);
    }
}
