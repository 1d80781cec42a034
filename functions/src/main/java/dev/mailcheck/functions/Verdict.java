package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

/**
 * What passes through the state of a run once it is judged.
 *
 * @param notSeen how many observations are missing
 */
@Json
public record Verdict(String grade, int notSeen) {}
