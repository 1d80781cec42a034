package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What is left of a batch of messages, as Lambda wants to be told.
 *
 * @param batchItemFailures those that shall stay in the queue
 */
@Json
public record Undone(List<Item> batchItemFailures) {
    /** A message by its id. */
    @Json
    public record Item(String itemIdentifier) {}
}
