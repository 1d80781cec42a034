package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

/**
 * That an answer is to be sent.
 *
 * @param token wakes the run when it is known what became of the answer; absent: it does not wait
 */
@Json
public record AnswerOrder(String run, @Nullable String token) {}
