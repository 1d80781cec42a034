package dev.mailcheck.mtasts;

import dev.mailcheck.mtasts.FieldList.Broken;
import dev.mailcheck.mtasts.FieldList.Fault;
import dev.mailcheck.mtasts.FieldList.Field;
import dev.mailcheck.mtasts.FieldList.Fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a field list part by part, up to its first fault. */
final class FieldListReader {
    /** Real records have some hundred characters. */
    private static final int MAX_LENGTH = 16_384;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");

    private FieldListReader() {}

    static FieldList read(String text, String version) {
        if (text.length() > MAX_LENGTH) {
            return new Broken(Fault.RECORD_TOO_LONG, text);
        }
        String[] parts = text.split(";", -1);
        if (!stripEnd(parts[0]).equals(version)) {
            return new Broken(Fault.RECORD_VERSION, text);
        }
        int end = parts.length > 1 && strip(parts[parts.length - 1]).isEmpty() ? 1 : 0;
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i < parts.length - end; i++) {
            String part = strip(parts[i]);
            Optional<Fault> fault = fault(part);
            if (fault.isPresent()) {
                return new Broken(fault.get(), text);
            }
            int equals = part.indexOf('=');
            fields.add(new Field(part.substring(0, equals), part.substring(equals + 1)));
        }
        return new Fields(fields);
    }

    private static Optional<Fault> fault(String part) {
        int equals = part.indexOf('=');
        if (part.isEmpty()) {
            return Optional.of(Fault.RECORD_FIELD_EMPTY);
        }
        if (equals < 0) {
            return Optional.of(Fault.RECORD_FIELD_NO_EQUALS);
        }
        if (!NAME.matcher(part.substring(0, equals)).matches()) {
            return Optional.of(Fault.RECORD_FIELD_NAME);
        }
        return equals == part.length() - 1
                ? Optional.of(Fault.RECORD_FIELD_VALUE)
                : Optional.empty();
    }

    private static String strip(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return stripEnd(text.substring(start));
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
