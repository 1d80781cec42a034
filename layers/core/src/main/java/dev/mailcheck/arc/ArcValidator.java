package dev.mailcheck.arc;

import dev.mailcheck.dkim.DkimCause;
import dev.mailcheck.dkim.DkimReason;
import dev.mailcheck.dkim.DkimSignature;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dkim.SignatureReading;
import dev.mailcheck.dkim.SignatureVerifier;
import dev.mailcheck.dkim.SignedField;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dkim.SigningAlgorithm;
import dev.mailcheck.dkim.Verdict;
import dev.mailcheck.dns.Dns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Validates the chain of a mail (RFC 8617, section 5.2), and tells of each set what came of it.
 * Asks at most a hundred questions, all at once, and none where the structure is broken. The RFC
 * calls a silent DNS a failure, and so does the result; its reason tells them apart. Nothing is
 * thrown.
 */
public final class ArcValidator {
    private final Dns dns;
    private final Clock clock;
    private final SignatureCrypto crypto;

    /**
     * @param clock the time to judge expiration by
     */
    public ArcValidator(Dns dns, Clock clock, SignatureCrypto crypto) {
        this.dns = dns;
        this.clock = clock;
        this.crypto = crypto;
    }

    public ArcResult validate(SignedMail mail) {
        return switch (new ChainReader(mail).read()) {
            case ArcChain.NotWhole(ArcCause cause, int instances) ->
                    new ArcResult(
                            cause.reason().word(),
                            cause.reason(),
                            cause.arguments(),
                            instances,
                            Optional.empty(),
                            List.of(),
                            mail.lineEndsMended());
            case ArcChain.Whole(List<ArcSet> sets) -> validate(mail, sets);
        };
    }

    private ArcResult validate(SignedMail mail, List<ArcSet> sets) {
        Keys keys = Keys.ask(dns, sets);
        SignatureVerifier verifier = new SignatureVerifier(mail, crypto, clock.instant());
        List<SetVerdicts> verdicts = new ArrayList<>();
        boolean unchanged = true;
        for (ArcSet set : sets.reversed()) {
            Optional<Verdict> messageSignature =
                    unchanged
                            ? Optional.of(messageSignature(set, verifier, keys))
                            : Optional.empty();
            unchanged = messageSignature.filter(Verdict::passes).isPresent();
            verdicts.add(new SetVerdicts(set, messageSignature, seal(set, sets, verifier, keys)));
        }
        return new JudgedChain(mail, verdicts).result();
    }

    private static Verdict messageSignature(ArcSet set, SignatureVerifier verifier, Keys keys) {
        return switch (set.messageSignature()) {
            case SignatureReading.Unreadable(var claims, var cause) -> Verdict.of(cause);
            case SignatureReading.WellFormed(var signature) when isHistoric(signature) ->
                    historic();
            case SignatureReading.WellFormed(var signature) ->
                    verifier.verify(signature, keys.answer(signature));
        };
    }

    private static Verdict seal(
            ArcSet set, List<ArcSet> sets, SignatureVerifier verifier, Keys keys) {
        return switch (set.seal()) {
            case SignatureReading.Unreadable(var claims, var cause) -> Verdict.of(cause);
            case SignatureReading.WellFormed(var signature) when isHistoric(signature) ->
                    historic();
            case SignatureReading.WellFormed(var signature) ->
                    verifier.verifySeal(signature, sealed(set, sets), keys.answer(signature));
        };
    }

    /** What a seal covers before itself (RFC 8617, section 5.1.1). */
    private static List<SignedField> sealed(ArcSet set, List<ArcSet> sets) {
        List<SignedField> fields = new ArrayList<>();
        for (ArcSet lower : sets.subList(0, set.instance())) {
            fields.add(lower.results().field());
            fields.add(lower.messageSignatureField().field());
            fields.add(lower.sealField().field());
        }
        fields.removeLast();
        return fields;
    }

    /** ARC came after rsa-sha1 had gone (RFC 8301, section 3.1). */
    private static boolean isHistoric(DkimSignature signature) {
        return signature.algorithm() == SigningAlgorithm.RSA_SHA1;
    }

    private static Verdict historic() {
        return Verdict.of(
                DkimCause.of(
                        DkimReason.ALGORITHM_UNKNOWN,
                        "algorithm",
                        SigningAlgorithm.RSA_SHA1.word()));
    }
}
