package dev.mailcheck.store;

import java.time.Instant;

/**
 * A key to the HTTP interface.
 *
 * @param key the hash of it; it itself is shown once and stored nowhere
 * @param name whose it is: what the operator knows it by, and quotas are counted for
 */
public record ApiKey(Hashed key, String name, Instant createdAt) {}
