package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What ends a run: the last state; the news that an execution failed; or such news taken out of the
 * queue of those that could not be delivered.
 */
@Json
public record PublishOrder(
        @Nullable String run,
        @Nullable Verdict verdict,
        @Nullable Execution detail,
        @Json.Property("Records") @Nullable List<Message> records) {
    /** An execution that failed; its name is the run's key. */
    @Json
    public record Execution(String name, String status) {}

    /** A message of a queue. */
    @Json
    public record Message(String messageId, String body) {}
}
