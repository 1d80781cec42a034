package dev.mailcheck.dkim;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies a mail's DKIM signatures (RFC 6376, section 6.1; RFC 8301; RFC 8463; RFC 8616, section
 * 5), all of them, and tells of each why it is what it is. Asks at most twenty questions, all at
 * once; where the DNS does not answer, the result is temperror. Nothing is thrown.
 */
public final class DkimVerifier {
    /** Further readable signatures are not verified. */
    private static final int MOST_VERIFIED = 20;

    private final Dns dns;
    private final Clock clock;
    private final SignatureCrypto crypto;

    /**
     * @param clock the time to judge expiration by
     */
    public DkimVerifier(Dns dns, Clock clock, SignatureCrypto crypto) {
        this.dns = dns;
        this.clock = clock;
        this.crypto = crypto;
    }

    public DkimResult verify(SignedMail mail) {
        Instant now = clock.instant();
        List<Question> questions = ask(mail);
        SignatureVerifier verifier = new SignatureVerifier(mail, crypto, now);
        List<SignatureResult> results = new ArrayList<>(questions.size());
        for (Question question : questions) {
            results.add(result(question, mail, verifier, now));
        }
        return DkimResult.of(results, mail.lineEndsMended());
    }

    private List<Question> ask(SignedMail mail) {
        List<Question> questions = new ArrayList<>();
        int asked = 0;
        for (SignedField field : mail.fields("dkim-signature")) {
            TagList tags = TagList.ofField(mail.value(field));
            Question question =
                    ask(
                            SignatureReading.of(field, tags, SignatureKind.DKIM_SIGNATURE),
                            asked < MOST_VERIFIED);
            asked += question instanceof Question.Asked ? 1 : 0;
            questions.add(question);
        }
        return questions;
    }

    private Question ask(SignatureReading reading, boolean verified) {
        return switch (reading) {
            case SignatureReading.Unreadable(var claims, var cause) ->
                    new Question.None(claims, cause);
            case SignatureReading.WellFormed(var signature) when verified ->
                    new Question.Asked(signature, dns.ask(signature.keyName(), RecordType.TXT));
            case SignatureReading.WellFormed(var signature) ->
                    new Question.None(
                            signature.claims(), DkimCause.of(DkimReason.TOO_MANY_SIGNATURES));
        };
    }

    private static SignatureResult result(
            Question question, SignedMail mail, SignatureVerifier verifier, Instant now) {
        return switch (question) {
            case Question.None(Claims claims, DkimCause cause) ->
                    SignatureResult.unreadable(claims, cause);
            case Question.Asked(DkimSignature signature, Lookup key) ->
                    new JudgedSignature(
                                    mail, signature, verifier.verify(signature, key.answer()), now)
                            .result();
        };
    }

    /** A field, and the question for its key that is under way. */
    private sealed interface Question {
        record Asked(DkimSignature signature, Lookup key) implements Question {}

        record None(Claims claims, DkimCause cause) implements Question {}
    }
}
