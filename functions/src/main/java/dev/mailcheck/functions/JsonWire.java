package dev.mailcheck.functions;

import dev.mailcheck.json.JsonText;

import io.avaje.jsonb.Jsonb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Events and answers as records. (Lambda's own mapping of events knows no records.) */
final class JsonWire {
    private static final Jsonb JSONB = Jsonb.instance();

    private JsonWire() {}

    static Jsonb jsonb() {
        return JSONB;
    }

    /** What is no such event is a bug of the caller's, and ends the invocation. */
    static <T> T read(Class<T> kind, InputStream in) throws IOException {
        return JSONB.type(kind).fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** For callers that wait for the end, and for nothing else. */
    static void writeNothing(OutputStream out) throws IOException {
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    static <T> void write(Class<T> kind, T value, OutputStream out) throws IOException {
        out.write(bytes(kind, value));
    }

    /** An event, as a function is handed one. */
    static <T> InputStream event(Class<T> kind, T value) {
        return new ByteArrayInputStream(bytes(kind, value));
    }

    static <T> byte[] bytes(Class<T> kind, T value) {
        return JsonText.of(JSONB.type(kind), value).getBytes(StandardCharsets.UTF_8);
    }
}
