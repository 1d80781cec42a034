package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

/** What lists of addresses said about the mail hosts' (RFC 5782, section 2.1). */
@Json
public record DnsblObservation(ListsSeen seen) implements Observation {}
