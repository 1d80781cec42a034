package dev.mailcheck.dkim;

import dev.mailcheck.dkim.Diagnosis.Kind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The changes that programs make to a field on its way, and the field without each of them. */
final class HeaderChanges {
    private static final int MOST_WORDS = 12;
    private static final int LONGEST = 8_192;

    /** Where lists that rewrite From leave the signed one. */
    private static final List<String> FORMER_FROM =
            List.of("x-original-from", "x-google-original-from", "original-from", "reply-to", "cc");

    private final SignedMail mail;
    private final FieldBytes field;
    private final int index;

    HeaderChanges(SignedMail mail, FieldBytes field, int index) {
        this.mail = mail;
        this.field = field;
        this.index = index;
    }

    /** Words put before a subject. */
    List<HeaderChange> ofSubject() {
        List<HeaderChange> changes = new ArrayList<>();
        if (!field.field().name().equals("subject") || field.length() > LONGEST) {
            return changes;
        }
        String value = field.value();
        int text = Blanks.afterFws(field.bytes(), field.field().colon() + 1, field.field().end());
        int word = text - field.field().colon() - 1;
        int begin = word;
        for (int words = 0; words < MOST_WORDS; words++) {
            int blank = value.indexOf(' ', word);
            if (blank < 0) {
                break;
            }
            word = blank + 1;
            String prefix = value.substring(begin, blank);
            changes.add(
                    change(
                            Diagnosis.of(Kind.SUBJECT_PREFIX_ADDED, "text", prefix),
                            value.substring(0, begin) + value.substring(word)));
        }
        return changes;
    }

    /** The field added, written anew, or, if it is From, put in another's place. */
    List<HeaderChange> ofAnyField() {
        List<HeaderChange> changes = new ArrayList<>();
        String name = field.field().name();
        changes.add(
                new HeaderChange(
                        Diagnosis.of(Kind.FIELD_ADDED, "field", name), index, Optional.empty()));
        if (name.equals("from")) {
            FORMER_FROM.forEach(former -> addFormer(former, changes));
        }
        if (field.length() <= LONGEST) {
            Diagnosis reformatted = Diagnosis.of(Kind.FIELD_REFORMATTED, "field", name);
            otherForms(field.value()).forEach(form -> changes.add(change(reformatted, form)));
        }
        return changes;
    }

    private void addFormer(String former, List<HeaderChange> changes) {
        mail.fields(former).stream()
                .findFirst()
                .filter(other -> other.end() - other.colon() <= LONGEST)
                .map(other ->
                        change(
                                Diagnosis.of(Kind.FROM_REWRITTEN, "field", former),
                                mail.value(other)))
                .ifPresent(changes::add);
    }

    private static Set<String> otherForms(String value) {
        String unfolded = value.replace("\r\n", "");
        String tight = unfolded.replace(", ", ",");
        Set<String> forms = new LinkedHashSet<>();
        forms.add(tight);
        forms.add(tight.replace(",", ", "));
        forms.add(value.replace("\"", ""));
        forms.add(unfolded);
        forms.add(" " + unfolded.strip());
        forms.remove(value);
        return forms;
    }

    private HeaderChange change(Diagnosis diagnosis, String value) {
        return new HeaderChange(diagnosis, index, Optional.of(field.with(value)));
    }
}
