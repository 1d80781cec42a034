package dev.mailcheck.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value of Content-Type (RFC 2045, section 5.1), with continued parameters (RFC 2231). Broken
 * ones are read as far as they go.
 *
 * @param type as text/html, in lower case; empty where it is not told
 * @param parameters names in lower case
 */
record ContentType(String type, Map<String, String> parameters) {
    private static final int MAX_PARAMETERS = 50;
    private static final int MAX_VALUE = 2_000;

    static final ContentType PLAIN = new ContentType("text/plain", Map.of());

    static ContentType parse(String value) {
        String text = Unfolding.of(value);
        int semicolon = end(text, 0);
        String type = withoutComments(text.substring(0, semicolon)).strip();
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = semicolon;
        while (at < text.length() && parameters.size() < MAX_PARAMETERS) {
            int end = end(text, at + 1);
            parameter(text.substring(at + 1, end), parameters);
            at = end;
        }
        return new ContentType(type.toLowerCase(Locale.ROOT), parameters);
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    /** Blanks at its end count neither here nor in the lines that hold it. */
    Optional<String> boundary() {
        return parameter("boundary")
                .map(String::stripTrailing)
                .filter(boundary -> !boundary.isEmpty());
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Where the next semicolon outside of quotes is, or the end. */
    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ';') {
            at = text.charAt(at) == '"' ? Quoted.endOfString(text, at) : at + 1;
        }
        return Math.min(at, text.length());
    }

    private static void parameter(String text, Map<String, String> parameters) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            return;
        }
        String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = value(text.substring(equals + 1).strip());
        int star = name.indexOf('*');
        if (star < 0) {
            parameters.putIfAbsent(name, value);
        } else {
            String whole = parameters.getOrDefault(name.substring(0, star), "");
            if (whole.length() < MAX_VALUE) {
                parameters.put(name.substring(0, star), whole + value);
            }
        }
    }

    private static String value(String text) {
        if (text.startsWith("\"")) {
            int end = Quoted.endOfString(text, 0);
            boolean closed = end > 1 && text.charAt(end - 1) == '"';
            return Quoted.plain(text.substring(1, closed ? end - 1 : end));
        }
        return withoutComments(text).strip();
    }

    private static String withoutComments(String text) {
        int open = text.indexOf(" (");
        return open < 0 ? text : text.substring(0, open);
    }
}
