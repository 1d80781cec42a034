package dev.mailcheck.spf;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** One line of conformance data. */
record Row(Map<String, Object> fields) {
    String text(String name) {
        return requireNonNull(fields.get(name), name).toString();
    }

    Object value(String name) {
        return requireNonNull(fields.get(name), name);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @SuppressWarnings("unchecked")
    Row row(String name) {
        return new Row((Map<String, Object>) value(name));
    }
}
