package dev.mailcheck.cli.embedded;

import dev.mailcheck.probe.Port25;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What the checks of this process share at port 25: seats always, and what servers said for some
 * minutes.
 */
final class Visits {
    private final Clock clock;
    private final Duration remembered;
    private Port25 port25 = new Port25();
    private Instant until = Instant.MIN;

    Visits(Clock clock, Duration remembered) {
        this.clock = clock;
        this.remembered = remembered;
    }

    synchronized Port25 now() {
        if (!clock.instant().isBefore(until)) {
            port25 = port25.withoutMemory();
            until = clock.instant().plus(remembered);
        }
        return port25;
    }
}
