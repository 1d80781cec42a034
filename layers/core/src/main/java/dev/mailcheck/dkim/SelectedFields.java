package dev.mailcheck.dkim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields a list of names means (RFC 6376, section 5.4.2): the first time a name comes up, the
 * lowest field of that name, then the one above it. A name without a field left means nothing,
 * which is how signers guard against fields that are added later.
 */
final class SelectedFields {
    private SelectedFields() {}

    /**
     * @param own the signature's field, which is never covered as one of its name
     */
    static List<SignedField> of(SignedMail mail, List<String> names, SignedField own) {
        List<SignedField> selected = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (String name : names) {
            List<SignedField> fields = mail.fields(name);
            int passed = taken.merge(name, 1, Integer::sum);
            int next = fields.size() - passed;
            if (next >= 0
                    && fields.get(next).position() <= own.position()
                    && isOfItsName(own, name)) {
                next--;
            }
            if (next >= 0) {
                selected.add(fields.get(next));
            }
        }
        return selected;
    }

    private static boolean isOfItsName(SignedField own, String name) {
        return own.name().equals(name);
    }
}
