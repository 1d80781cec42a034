package dev.mailcheck.run;

import dev.mailcheck.probe.Target;

import io.avaje.jsonb.Json;

/**
 * What a group of probes is told, wherever it runs.
 *
 * @param plan what the plan saw, as a {@link Parcel}
 */
@Json
public record GroupOrder(Target target, String plan) {}
