package dev.mailcheck.functions;

import dev.mailcheck.probe.Target;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What the state machine knows of a run: enough to find all that was seen.
 *
 * @param plan what the plan saw, as a parcel
 * @param groups how the branches ended; absent while they run
 */
@Json
public record RunOrder(
        String run, Target target, Instant at, String plan, @Nullable List<GroupEnd> groups) {}
