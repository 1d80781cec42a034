package dev.mailcheck.http;

import dev.mailcheck.json.NestingDepth;
import dev.mailcheck.report.Language;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON object of a request (RFC 8259). Members that we do not know are left alone; one that we
 * know has its type or is refused.
 */
final class JsonObject {
    private static final int MAX_DEPTH = 8;

    private final Map<String, Object> members;

    private JsonObject(Map<String, Object> members) {
        this.members = members;
    }

    /** Reads the whole body, which must be one object in UTF-8. */
    static JsonObject read(byte[] body, Jsonb jsonb) {
        String text = utf8(body).strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw ProblemException.of(Problem.BAD_JSON, "The body is not one JSON object.");
        }
        if (NestingDepth.of(text) > MAX_DEPTH) {
            throw ProblemException.of(Problem.BAD_JSON, "The body is nested too deep.");
        }
        return new JsonObject(parsed(text, jsonb));
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw ProblemException.of(Problem.BAD_JSON, "The body is not UTF-8.");
        }
    }

    /** Inside of an array, so that nothing can stand behind the object. */
    private static Map<String, Object> parsed(String text, Jsonb jsonb) {
        try {
            Object parsed = jsonb.type(Object.class).list().fromJson("[" + text + "]");
            if (parsed instanceof List<?> list
                    && list.size() == 1
                    && list.getFirst() instanceof Map<?, ?> map) {
                Map<String, Object> members = new LinkedHashMap<>();
                map.forEach((name, value) -> members.put(String.valueOf(name), value));
                return members;
            }
        } catch (JsonException | IndexOutOfBoundsException damaged) {
            throw ProblemException.of(Problem.BAD_JSON, "The body cannot be read as JSON.");
        }
        throw ProblemException.of(Problem.BAD_JSON, "The body is not one JSON object.");
    }

    Optional<String> text(String name) {
        return member(name, String.class, "a string");
    }

    /** The language that "lang" names; English where it is left out. */
    Language language() {
        return Language.of(text("lang").orElse("en"))
                .orElseThrow(
                        () -> ProblemException.of(Problem.BAD_VALUE, "\"lang\" must be en or ja."));
    }

    boolean flag(String name) {
        return member(name, Boolean.class, "true or false").orElse(false);
    }

    private <T> Optional<T> member(String name, Class<T> type, String expected) {
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw ProblemException.of(
                    Problem.BAD_VALUE, "\"" + name + "\" must be " + expected + ".");
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
