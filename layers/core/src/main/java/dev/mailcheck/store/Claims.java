package dev.mailcheck.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Keys that at most one may hold at a time: a conditional put. So that of many who ask the same at
 * once one acts, and the others point at what it does. Throws {@link StoreException} where the
 * store does not answer.
 */
public interface Claims {
    /**
     * Takes the key for this value, unless it is held.
     *
     * @param until when the key is free again
     * @return the value that holds the key now: this one, or the one that came first
     */
    String claim(String key, String value, Instant until);

    /** Takes the key for this value, whoever holds it. */
    void replace(String key, String value, Instant until);

    Optional<String> holder(String key);
}
