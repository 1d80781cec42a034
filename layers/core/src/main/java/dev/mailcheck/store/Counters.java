package dev.mailcheck.store;

import java.time.Instant;

/**
 * Counts that begin anew when their time is over. Throws {@link StoreException} where the store
 * does not answer.
 */
public interface Counters {
    /**
     * Adds to a count; of many at once none is lost.
     *
     * @param amount 0 to read it
     * @param until when the count is forgotten; of a key it is always the same
     * @return the count with this
     */
    long add(String key, long amount, Instant until);
}
