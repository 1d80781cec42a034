package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

/** With what an execution of the Slack machine is started: an order that only we can open. */
@Json
public record SealedOrder(String order) {}
