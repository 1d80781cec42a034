package dev.mailcheck.report;

import dev.mailcheck.json.JsonNull;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.Observation;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what checks give as evidence into plain JSON: maps, lists, strings, numbers, booleans and
 * null. What is neither of these nor made of them is one of our {@code @Json} types.
 */
final class PlainJson {
    private final Jsonb jsonb;

    PlainJson(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    Object of(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean flag -> flag;
            case Double number -> whole(number);
            case Number number -> number;
            case JsonNull none -> none;
            case Optional<?> optional -> optional.map(this::of).orElse(List.of());
            case Collection<?> list -> list.stream().map(this::of).toList();
            case Map<?, ?> map -> ofMap(map);
            default -> parsed(json(value, kind(value.getClass())));
        };
    }

    private <T> String json(Object value, Class<T> kind) {
        return JsonText.of(jsonb.type(kind), kind.cast(value));
    }

    /** One of several kinds, as an answer of the DNS, is written as its family, which names it. */
    private Class<?> kind(Class<?> exact) {
        return Arrays.stream(exact.getInterfaces())
                .<Class<?>>map(family -> family)
                .filter(family -> family.isSealed() && family != Observation.class)
                .filter(jsonb::hasAdapter)
                .findFirst()
                .orElse(exact);
    }

    private Object parsed(String json) {
        try {
            return of(jsonb.type(Object.class).fromJson(json));
        } catch (JsonException tooLong) {
            return "too large to be shown";
        }
    }

    private Map<String, Object> ofMap(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                plain.put(String.valueOf(name), of(value));
            }
        });
        return plain;
    }

    /** All numbers come back from JSON as floating point; those that were whole shall stay so. */
    private static Number whole(Double number) {
        boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        if (isWhole) {
            return number.longValue();
        }
        return number;
    }
}
