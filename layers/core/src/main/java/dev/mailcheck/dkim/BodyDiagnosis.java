package dev.mailcheck.dkim;

import dev.mailcheck.dkim.Diagnosis.Kind;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds out how a body became another one, by undoing what programs on the way do to bodies. */
final class BodyDiagnosis {
    /** How many lines a notice put before a body may have. */
    private static final int MOST_LINES_PREPENDED = 30;

    /** Each costs a pass over the body. */
    private static final int MOST_NOTICES = 3;

    private final SignedMail mail;
    private final DkimSignature signature;
    private final DiagnosisBudget budget;
    private final byte[] expected;

    BodyDiagnosis(SignedMail mail, DkimSignature signature, DiagnosisBudget budget) {
        this.mail = mail;
        this.signature = signature;
        this.budget = budget;
        this.expected = Base64.getDecoder().decode(signature.bodyHash());
    }

    Diagnosis find() {
        return Stream.<Supplier<Optional<Diagnosis>>>of(
                        this::appended,
                        this::otherCanonicalization,
                        this::changedLines,
                        this::prepended)
                .flatMap(attempt -> attempt.get().stream())
                .findFirst()
                .orElseGet(() -> Diagnosis.of(Kind.BODY_UNEXPLAINED));
    }

    private Optional<Diagnosis> appended() {
        if (signature.length().isPresent() || !budget.spend(mail.bodyEnd() - mail.bodyStart())) {
            return Optional.empty();
        }
        MessageDigest digest = Hashes.named(signature.algorithm().hash());
        OptionalInt end = new BodyPrefix(mail, signature.body(), digest).find(expected);
        return end.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Diagnosis.of(
                                Kind.BODY_TEXT_APPENDED,
                                "bytes",
                                String.valueOf(mail.bodyEnd() - end.getAsInt())));
    }

    private Optional<Diagnosis> otherCanonicalization() {
        Canonicalization other =
                switch (signature.body()) {
                    case SIMPLE -> Canonicalization.RELAXED;
                    case RELAXED -> Canonicalization.SIMPLE;
                };
        return matches(other, mail.bytes(), mail.bodyStart(), mail.bodyEnd())
                ? Optional.of(
                        Diagnosis.of(
                                Kind.BODY_OTHER_CANONICALIZATION, "canonicalization", other.word()))
                : Optional.empty();
    }

    private Optional<Diagnosis> changedLines() {
        ChangedLines lines = ChangedLines.in(mail.bytes(), mail.bodyStart(), mail.bodyEnd());
        if (lines.escapedFrom() && isUnescaped()) {
            return Optional.of(Diagnosis.of(Kind.BODY_FROM_LINES_ESCAPED));
        }
        return lines.bareLf() && isWithCrlf()
                ? Optional.of(Diagnosis.of(Kind.BODY_LINE_ENDS_CHANGED))
                : Optional.empty();
    }

    private boolean isUnescaped() {
        byte[] body = Arrays.copyOfRange(mail.bytes(), mail.bodyStart(), mail.bodyEnd());
        int length = EscapedFromLines.undo(body);
        return length < body.length && matches(signature.body(), body, 0, length);
    }

    private boolean isWithCrlf() {
        byte[] copy =
                CrlfCopy.of(mail.bytes(), mail.bodyStart(), mail.bodyEnd(), new int[0]).bytes();
        return matches(signature.body(), copy, 0, copy.length);
    }

    /** A notice and an empty line before what was signed. */
    private Optional<Diagnosis> prepended() {
        byte[] bytes = mail.bytes();
        int line = mail.bodyStart();
        int notices = 0;
        for (int lines = 1; lines <= MOST_LINES_PREPENDED && notices < MOST_NOTICES; lines++) {
            int lineEnd = Blanks.lineEnd(bytes, line, mail.bodyEnd());
            int next = lineEnd + 2;
            if (next >= mail.bodyEnd()) {
                break;
            }
            if (lineEnd == line) {
                notices++;
                if (matches(signature.body(), bytes, next, mail.bodyEnd())) {
                    return Optional.of(
                            Diagnosis.of(Kind.BODY_TEXT_PREPENDED, "lines", String.valueOf(lines)));
                }
            }
            line = next;
        }
        return Optional.empty();
    }

    private boolean matches(Canonicalization form, byte[] bytes, int from, int end) {
        if (!budget.spend(end - from)) {
            return false;
        }
        MessageDigest digest = Hashes.named(signature.algorithm().hash());
        long limit = signature.length().orElse(Long.MAX_VALUE);
        form.body(bytes, from, end, new CountedOctets(digest::update, limit));
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
