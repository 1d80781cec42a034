package dev.mailcheck.probe;

import java.util.Set;

/**
 * Collects one kind of observation. It talks to the world through the {@link Doors} only, ends by
 * their deadline, judges nothing, and puts what the network did wrong into the observation: what it
 * throws is a bug of ours.
 */
public interface Probe<O extends Observation> {
    Class<O> observes();

    /** The observations that must stand before this probe can start, as the MX hosts for SMTP. */
    default Set<Class<? extends Observation>> needs() {
        return Set.of();
    }

    /**
     * It talks to other people's mail servers, not only to the DNS: where what it needs was seen
     * again and is the same, it is not repeated.
     */
    default boolean isOnce() {
        return false;
    }

    /** Sees what there is to see; {@code before} holds all that {@link #needs} names. */
    O observe(Target target, Observations before, Doors doors);
}
