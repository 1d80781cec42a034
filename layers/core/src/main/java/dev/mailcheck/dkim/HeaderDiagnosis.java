package dev.mailcheck.dkim;

import dev.mailcheck.dkim.Diagnosis.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out how a header became another one, by undoing what programs on the way do to headers:
 * each change alone, and each together with a changed subject, as lists make them.
 */
final class HeaderDiagnosis {
    private final SignedMail mail;
    private final DkimSignature signature;
    private final HeaderInput input;
    private final Predicate<SigningInput> fits;
    private final DiagnosisBudget budget;
    private final List<FieldBytes> fields;
    private final long size;

    /**
     * @param fits whether this is what was signed
     * @param cost of asking that, in bytes hashed, beside the hashing
     */
    HeaderDiagnosis(
            SignedMail mail,
            DkimSignature signature,
            Predicate<SigningInput> fits,
            int cost,
            DiagnosisBudget budget) {
        this.mail = mail;
        this.signature = signature;
        this.input = signature.input(mail);
        this.fits = fits;
        this.budget = budget;
        this.fields = input.fields();
        this.size = cost + fields.stream().mapToLong(FieldBytes::length).sum();
    }

    List<Diagnosis> find() {
        List<Diagnosis> found = otherCanonicalization();
        if (found.isEmpty()) {
            found = copied();
        }
        if (found.isEmpty()) {
            found = undone();
        }
        return found.isEmpty() ? List.of(Diagnosis.of(Kind.HEADER_UNEXPLAINED)) : found;
    }

    private List<Diagnosis> otherCanonicalization() {
        Canonicalization other =
                switch (signature.header()) {
                    case SIMPLE -> Canonicalization.RELAXED;
                    case RELAXED -> Canonicalization.SIMPLE;
                };
        return tries(input.in(other))
                ? List.of(
                        Diagnosis.of(
                                Kind.HEADER_OTHER_CANONICALIZATION,
                                "canonicalization",
                                other.word()))
                : List.of();
    }

    /** By the copies that some signers leave in {@code z}. */
    private List<Diagnosis> copied() {
        List<HeaderChange> changes =
                signature
                        .copiedFields()
                        .map(copies -> CopiedFields.changes(copies, fields))
                        .orElse(List.of());
        return !changes.isEmpty() && tries(applied(changes))
                ? changes.stream().map(HeaderChange::diagnosis).distinct().toList()
                : List.of();
    }

    private List<Diagnosis> undone() {
        List<HeaderChange> subjects = new ArrayList<>();
        List<HeaderChange> others = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            HeaderChanges changes = new HeaderChanges(mail, fields.get(i), i);
            subjects.addAll(changes.ofSubject());
            others.addAll(changes.ofAnyField());
        }
        for (HeaderChange change : subjects) {
            if (tries(applied(List.of(change)))) {
                return List.of(change.diagnosis());
            }
        }
        return together(subjects, others);
    }

    private List<Diagnosis> together(List<HeaderChange> subjects, List<HeaderChange> others) {
        for (HeaderChange other : others) {
            if (tries(applied(List.of(other)))) {
                return List.of(other.diagnosis());
            }
        }
        for (HeaderChange other : others) {
            Optional<HeaderChange> subject =
                    subjects.stream()
                            .filter(change -> change.index() != other.index())
                            .filter(change -> tries(applied(List.of(change, other))))
                            .findFirst();
            if (subject.isPresent()) {
                return List.of(subject.get().diagnosis(), other.diagnosis());
            }
        }
        return List.of();
    }

    private SigningInput applied(List<HeaderChange> changes) {
        List<FieldBytes> changed = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            Optional<FieldBytes> field = Optional.of(fields.get(i));
            for (HeaderChange change : changes) {
                field = change.index() == i ? change.undone() : field;
            }
            field.ifPresent(changed::add);
        }
        return input.over(changed);
    }

    private boolean tries(SigningInput candidate) {
        return budget.spend(size) && fits.test(candidate);
    }
}
