package dev.mailcheck.dkim;

import dev.mailcheck.dns.DnsAnswer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the signatures of one mail with keys that were asked for before (RFC 6376, sections
 * 6.1.2 and 6.1.3). It asks nobody, and throws for no mail. Not for several threads.
 */
public final class SignatureVerifier {
    private final SignedMail mail;
    private final SignatureCrypto crypto;
    private final Instant now;
    private final DiagnosisBudget budget = new DiagnosisBudget();

    public SignatureVerifier(SignedMail mail, SignatureCrypto crypto, Instant now) {
        this.mail = mail;
        this.crypto = crypto;
        this.now = now;
    }

    /**
     * Verifies a signature over header and body.
     *
     * @param answer to the question for TXT at its key's name
     */
    public Verdict verify(DkimSignature signature, DnsAnswer answer) {
        Verdict verdict =
                switch (new KeySelection(crypto).choose(signature, answer)) {
                    case KeyChoice.Unusable(DkimCause cause) -> Verdict.of(cause);
                    case KeyChoice.Usable usable -> withKeys(signature, usable);
                };
        return isPast(signature) && canBeOverruled(verdict)
                ? new Verdict(DkimCause.of(DkimReason.EXPIRED), verdict.key(), verdict.diagnoses())
                : verdict;
    }

    /**
     * Verifies a signature over these fields and no body.
     *
     * @param covered in the order in which they are signed, without the signature's own field
     */
    public Verdict verifySeal(
            DkimSignature signature, List<SignedField> covered, DnsAnswer answer) {
        return switch (new KeySelection(crypto).choose(signature, answer)) {
            case KeyChoice.Unusable(DkimCause cause) -> Verdict.of(cause);
            case KeyChoice.Usable usable -> seal(signature, covered, usable);
        };
    }

    /** Whether its time {@code x} is over. */
    boolean isPast(DkimSignature signature) {
        return signature.expiration().isPresent()
                && signature.expiration().getAsLong() < now.getEpochSecond();
    }

    /** An expired signature stays so, whatever the DNS will say later. */
    private static boolean canBeOverruled(Verdict verdict) {
        return verdict.passes() || verdict.cause().reason() == DkimReason.KEY_NOT_KNOWN;
    }

    private Verdict seal(
            DkimSignature signature, List<SignedField> covered, KeyChoice.Usable usable) {
        HeaderInput input = new HeaderInput(mail, signature.header(), covered, signature.field());
        Optional<ParsedKey> fitting = fitting(usable.keys(), signature, input);
        ParsedKey key = fitting.orElse(usable.keys().getFirst());
        DkimCause cause =
                fitting.isPresent()
                        ? DkimCause.of(DkimReason.VERIFIED)
                        : DkimCause.of(HeaderFailure.of(signature, usable.keys(), crypto).reason());
        return new Verdict(cause, facts(key, usable), List.of());
    }

    private Verdict withKeys(DkimSignature signature, KeyChoice.Usable usable) {
        BodyHash body = mail.bodyHash(signature.body(), signature.algorithm(), signature.length());
        HeaderInput input = signature.input(mail);
        Optional<ParsedKey> fitting = fitting(usable.keys(), signature, input);
        Optional<KeyFacts> facts = facts(fitting.orElse(usable.keys().getFirst()), usable);
        if (signature.length().orElse(0) > body.total()) {
            return new Verdict(DkimCause.of(DkimReason.LENGTH_BEYOND_BODY), facts, List.of());
        }
        boolean bodyFits = signature.fits(body);
        if (bodyFits && fitting.isPresent()) {
            return new Verdict(DkimCause.of(DkimReason.VERIFIED), facts, List.of());
        }
        Optional<HeaderFailure> header =
                fitting.isPresent()
                        ? Optional.empty()
                        : Optional.of(HeaderFailure.of(signature, usable.keys(), crypto));
        return new Failure(mail, signature, bodyFits, header, budget).verdict(facts);
    }

    private Optional<ParsedKey> fitting(
            List<ParsedKey> keys, DkimSignature signature, SigningInput input) {
        byte[] octets = signature.signatureOctets();
        for (ParsedKey key : keys) {
            if (crypto.verify(key, signature.algorithm(), input, octets)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static Optional<KeyFacts> facts(ParsedKey key, KeyChoice.Usable usable) {
        return Optional.of(KeyFacts.of(key, usable.records()));
    }
}
