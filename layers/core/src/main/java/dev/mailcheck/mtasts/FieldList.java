package dev.mailcheck.mtasts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form that the records of MTA-STS and TLS reporting share (RFC 8461, section 3.1; RFC 8460,
 * section 3): a version, then fields behind semicolons. Stricter than DKIM's tag lists: no blanks
 * around the equals sign, and nothing between semicolons is a fault.
 */
public sealed interface FieldList {
    /** The fields behind the version, in order. */
    record Fields(List<Field> fields) implements FieldList {
        public Fields {
            fields = List.copyOf(fields);
        }

        /** The value of the first field of this name. */
        public Optional<String> value(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .findFirst();
        }
    }

    /** One field; the value is never empty. */
    record Field(String name, String value) {
        private static final Pattern EXTENSION_VALUE = Pattern.compile("[!-:<>-~]+");

        /** Whether the value is of the form that unknown fields must have. */
        public boolean isPlain() {
            return EXTENSION_VALUE.matcher(value).matches();
        }
    }

    /** The record cannot be read. */
    record Broken(Fault fault, String text) implements FieldList {}

    /** Why a record cannot be read. */
    enum Fault {
        RECORD_VERSION,
        RECORD_FIELD_EMPTY,
        RECORD_FIELD_NO_EQUALS,
        RECORD_FIELD_NAME,
        RECORD_FIELD_VALUE,
        RECORD_TOO_LONG
    }

    /**
     * Reads a record.
     *
     * @param version as it must stand in front, "v=STSv1"
     */
    static FieldList parse(String text, String version) {
        return FieldListReader.read(text, version);
    }
}
