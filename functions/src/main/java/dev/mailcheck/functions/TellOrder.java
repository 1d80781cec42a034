package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

/**
 * Of what those who wait in Slack are to be told: a run and how far it is, as the state machine
 * says it; or the news that an execution failed.
 */
@Json
public record TellOrder(
        @Nullable String run, @Nullable String what, PublishOrder.@Nullable Execution detail) {}
