package dev.mailcheck.dkim;

import dev.mailcheck.dkim.Diagnosis.Kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tag {@code z}: fields as they were when the mail was signed (RFC 6376, section 3.5). */
final class CopiedFields {
    private static final int MOST = 200;

    private CopiedFields() {}

    /** Which of these fields are no more what the copies say. */
    static List<HeaderChange> changes(String copies, List<FieldBytes> fields) {
        Map<String, String> values = values(copies);
        List<HeaderChange> changes = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldBytes field = fields.get(i);
            String name = field.field().name();
            String value = values.get(name);
            if (value != null && differ(value, field.value())) {
                changes.add(
                        new HeaderChange(
                                Diagnosis.of(Kind.FIELD_CHANGED, "field", name),
                                i,
                                Optional.of(field.with(value))));
            }
        }
        return changes;
    }

    private static boolean differ(String copied, String present) {
        return !FieldNames.withoutBlanks(copied).equals(FieldNames.withoutBlanks(present));
    }

    private static Map<String, String> values(String copies) {
        Map<String, String> values = new HashMap<>();
        for (String copy : FieldNames.withoutBlanks(copies).split("\\|", MOST)) {
            int colon = copy.indexOf(':');
            if (colon > 0) {
                String name = copy.substring(0, colon).toLowerCase(Locale.ROOT);
                values.putIfAbsent(name, decoded(copy.substring(colon + 1)));
            }
        }
        return values;
    }

    /** DKIM-quoted-printable (RFC 6376, section 2.11). */
    private static String decoded(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int octet = text.charAt(i) == '=' ? octet(text, i + 1) : -1;
            decoded.append(octet < 0 ? text.charAt(i) : (char) octet);
            i += octet < 0 ? 0 : 2;
        }
        return decoded.toString();
    }

    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
