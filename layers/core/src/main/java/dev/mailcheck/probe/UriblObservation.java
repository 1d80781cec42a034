package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

/** What lists of domains said about the domain (RFC 5782, section 3). */
@Json
public record UriblObservation(ListsSeen seen) implements Observation {}
