package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

/**
 * How a branch of the state machine ended.
 *
 * @param group the word of the group of probes
 * @param error the name of the error that ended it, as the state machine has it, or a reason of
 *     ours; absent where its answer is stored
 */
@Json
public record GroupEnd(String group, @Nullable String error) {}
