package dev.mailcheck.probe;

import dev.mailcheck.dns.ResolverKind;

import io.avaje.jsonb.Json;

/** What the resolver in use does with what it is told. */
@Json
public record ResolverObservation(ResolverKind resolver) implements Observation {}
