package dev.mailcheck.functions;

import dev.mailcheck.probe.Target;

import io.avaje.jsonb.Json;

/** What is to be planned. */
@Json
public record PlanOrder(Target target) {}
