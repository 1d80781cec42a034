package dev.mailcheck.store;

import java.util.Optional;

/**
 * The API keys that are good. Throws {@link StoreException} where the store does not answer: then
 * nobody is let in.
 */
public interface ApiKeys {
    void add(ApiKey key);

    Optional<ApiKey> find(Hashed key);

    /** Takes all keys of that name away, and tells how many they were. */
    int remove(String name);
}
