package dev.mailcheck.json;

import java.util.Optional;

/**
 * The null of JSON, where a reader of a report is promised a name with no value: maps here hold
 * none, and names without a value are left out elsewhere.
 */
public enum JsonNull {
    NULL;

    /** The value, or null where there is none. */
    public static Object or(Optional<?> value) {
        return value.isPresent() ? value.get() : NULL;
    }

    @Override
    public String toString() {
        return "null";
    }
}
