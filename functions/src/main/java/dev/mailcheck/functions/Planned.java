package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

/**
 * What the other probes stand on.
 *
 * @param parcel what the plan saw
 * @param mailHosts the same for the same mail hosts: what an earlier run learned from them is then
 *     still true; empty where they are not known
 */
@Json
public record Planned(String parcel, String mailHosts) {}
