package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

/**
 * In place of an observation: the probe did not end in time, or failed by a fault of ours.
 *
 * @param missing the simple name of the observation that is missing
 * @param reason DEADLINE or INTERNAL_ERROR
 * @param detail for the log and the evidence
 */
@Json
public record ProbeFailure(String missing, String reason, String detail) implements Observation {}
