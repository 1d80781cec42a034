package dev.mailcheck.bot;

import io.avaje.jsonb.Jsonb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks into a payload as its reader would. */
public final class Payload {
    private Payload() {}

    public static Map<String, Object> json(String text) {
        return Jsonb.instance().type(Object.class).map().fromJson(text);
    }

    /** All that is shown, in order. */
    public static String shown(Object part) {
        StringBuilder out = new StringBuilder();
        show(part, out);
        return out.toString();
    }

    private static void show(Object part, StringBuilder out) {
        if (part instanceof Map<?, ?> map) {
            if (map.get("text") instanceof String text && map.get("type") != null) {
                out.append(text).append('\n');
            }
            map.forEach((name, value) -> {
                if (!(value instanceof String)) {
                    show(value, out);
                }
            });
        } else if (part instanceof List<?> list) {
            list.forEach(each -> show(each, out));
        }
    }

    /** The value of a button; empty where there is none. */
    public static String value(Object part, String action) {
        List<String> found = new ArrayList<>();
        find(part, action, found);
        return found.isEmpty() ? "" : found.getFirst();
    }

    private static void find(Object part, String action, List<String> found) {
        if (part instanceof Map<?, ?> map) {
            if (action.equals(map.get("action_id"))) {
                found.add(String.valueOf(map.get("value")));
            }
            map.values().forEach(each -> find(each, action, found));
        } else if (part instanceof List<?> list) {
            list.forEach(each -> find(each, action, found));
        }
    }
}
