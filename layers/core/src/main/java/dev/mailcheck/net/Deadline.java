package dev.mailcheck.net;

import java.time.Duration;

/**
 * An absolute point in time that waiting ends at, on the monotonic clock: wall-clock jumps do not
 * move it.
 */
public final class Deadline implements Comparable<Deadline> {
    private final long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    public static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    /** The earlier of this and {@code budget} from now. */
    public Deadline within(Duration budget) {
        Deadline other = in(budget);
        return other.atNanos - atNanos < 0 ? other : this;
    }

    /** Zero once it has passed, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    /** The earlier first. */
    @Override
    public int compareTo(Deadline other) {
        return Long.signum(atNanos - other.atNanos);
    }

    public boolean passed() {
        return atNanos - System.nanoTime() <= 0;
    }
}
