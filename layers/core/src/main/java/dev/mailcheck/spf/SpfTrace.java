package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * How check_host() went for one domain, with what it cost; below an include or a redirect stands
 * the trace of its domain.
 *
 * @param record as published, cut at 2,048 characters; empty where there is none
 * @param steps the terms in the order they were tried, at most 200
 */
@Json
public record SpfTrace(String domain, String record, SpfWord result, List<Step> steps) {
    public SpfTrace {
        steps = List.copyOf(steps);
    }

    /** What came of a term. */
    public enum Outcome {
        MATCH,
        NO_MATCH,
        ERROR
    }

    /**
     * One term that was tried.
     *
     * @param lookups what it added to the ten that are allowed, with all below it
     * @param voidLookups what it added to the two that are allowed, with all below it
     * @param policy the trace of the domain it leads to
     */
    @Json
    public record Step(
            String term,
            Outcome outcome,
            int lookups,
            int voidLookups,
            Optional<SpfTrace> policy) {}
}
