package dev.mailcheck.arc;

import java.util.List;

/** The ARC fields of a mail put together. */
sealed interface ArcChain {
    /** Without a fault in its structure: sets 1 to the last, each complete. */
    record Whole(List<ArcSet> sets) implements ArcChain {
        public Whole {
            sets = List.copyOf(sets);
        }
    }

    /**
     * Nothing, or nothing that can be verified.
     *
     * @param instances the highest number that was read
     */
    record NotWhole(ArcCause cause, int instances) implements ArcChain {}
}
