package dev.mailcheck.store;

/** Everything that a service remembers, together. */
public record Stores(
        Results results, Claims claims, Counters counters, Documents documents, ApiKeys keys) {}
