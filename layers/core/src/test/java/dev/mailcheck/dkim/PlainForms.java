package dev.mailcheck.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The canonical forms written down as the RFC words them, without regard to speed: what the real
 * ones are compared with. Texts in which a char is a byte.
 */
final class PlainForms {
    private PlainForms() {}

    static String header(String form, String field) {
        if (form.equals("simple")) {
            return field;
        }
        int colon = field.indexOf(':');
        String name = field.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = oneSpace(field.substring(colon + 1).replace("\r\n", ""));
        return trimEnd(name) + ":" + trimEnd(value.startsWith(" ") ? value.substring(1) : value);
    }

    static String body(String form, String body) {
        List<String> lines = new ArrayList<>(List.of(body.split("\r\n", -1)));
        if (form.equals("relaxed")) {
            lines.replaceAll(line -> trimEnd(oneSpace(line)));
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        if (lines.isEmpty()) {
            return form.equals("simple") ? "\r\n" : "";
        }
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    private static String oneSpace(String text) {
        return text.replaceAll("[ \t]+", " ");
    }

    private static String trimEnd(String text) {
        return text.replaceAll("[ \t]+\\z", "");
    }
}
