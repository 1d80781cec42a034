package dev.mailcheck.json;

import io.avaje.jsonb.JsonType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Values as JSON text, by way of a stream. The library's own way to a text overflows its buffer
 * where a string of more than 512 characters consists of such as need escapes, and zones and
 * servers send us just those.
 */
public final class JsonText {
    private JsonText() {}

    public static <T> String of(JsonType<T> type, T value) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        type.toJson(value, text);
        return text.toString(StandardCharsets.UTF_8);
    }
}
