package dev.mailcheck.http;

import dev.mailcheck.json.JsonText;

import io.avaje.jsonb.Jsonb;

import java.util.Map;

/** Answers in JSON. */
final class JsonAnswer {
    private JsonAnswer() {}

    static HttpAnswer of(int status, Map<String, Object> members, Jsonb jsonb) {
        return of(status, "application/json", members, jsonb);
    }

    static HttpAnswer of(int status, String mediaType, Map<String, Object> members, Jsonb jsonb) {
        String text = JsonText.of(jsonb.type(Object.class), members) + "\n";
        return HttpAnswer.of(status, mediaType, text);
    }
}
