package dev.mailcheck.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Names and values as forms and queries write them; of a name that comes twice the first counts.
 */
public final class FormFields {
    private static final int MOST = 50;

    private FormFields() {}

    /** What cannot be decoded is left out. */
    public static Map<String, String> read(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", MOST)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                add(parts[0], parts[1], fields);
            }
        }
        return fields;
    }

    private static void add(String name, String value, Map<String, String> fields) {
        try {
            fields.putIfAbsent(
                    URLDecoder.decode(name, StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            fields.remove(name);
        }
    }
}
