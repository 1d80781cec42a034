package dev.mailcheck.render;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON object in the order in which they are written, the same in every run. */
final class JsonMembers {
    private final Map<String, Object> members = new LinkedHashMap<>();

    static Map<String, Object> of(String name, Object value) {
        return new JsonMembers().and(name, value).map();
    }

    JsonMembers and(String name, Object value) {
        members.put(name, value);
        return this;
    }

    Map<String, Object> map() {
        return members;
    }
}
