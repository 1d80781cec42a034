package dev.mailcheck.arc;

import java.util.Map;
import java.util.TreeMap;

/** A reason with what it is about. */
record ArcCause(ArcReason reason, Map<String, String> arguments) {
    private static final int LONGEST = 128;

    static ArcCause of(ArcReason reason) {
        return new ArcCause(reason, Map.of());
    }

    /** The same, about this set. */
    ArcCause at(int instance) {
        return with("instance", String.valueOf(instance));
    }

    ArcCause with(String name, String value) {
        Map<String, String> more = new TreeMap<>(arguments);
        more.put(name, value.length() <= LONGEST ? value : value.substring(0, LONGEST));
        return new ArcCause(reason, more);
    }
}
