package dev.mailcheck.functions;

import dev.mailcheck.probe.Target;

import io.avaje.jsonb.Json;

import java.time.Instant;

/**
 * With what a run is started.
 *
 * @param at the time to judge by
 * @param earlier the run whose word on the mail servers may still stand; empty: none
 */
@Json
public record ExecutionInput(String run, Target target, Instant at, String earlier) {}
