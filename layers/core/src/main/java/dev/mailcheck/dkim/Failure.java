package dev.mailcheck.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signature that is not that of this mail.
 *
 * @param header what is wrong with the header; empty: it is as it was signed
 */
record Failure(
        SignedMail mail,
        DkimSignature signature,
        boolean bodyFits,
        Optional<HeaderFailure> header,
        DiagnosisBudget budget) {

    Verdict verdict(Optional<KeyFacts> key) {
        List<Diagnosis> diagnoses = new ArrayList<>();
        if (!bodyFits) {
            diagnoses.add(new BodyDiagnosis(mail, signature, budget).find());
        }
        header.ifPresent(failure -> diagnoses.addAll(failure.diagnose(mail, budget)));
        return new Verdict(cause(), key, diagnoses);
    }

    private DkimCause cause() {
        Optional<DkimReason> ofHeader = header.map(HeaderFailure::reason);
        return bodyFits
                ? DkimCause.of(ofHeader.orElse(DkimReason.VERIFIED))
                : DkimCause.of(
                        DkimReason.BODY_CHANGED,
                        "header",
                        ofHeader.map(DkimReason::name).orElse("INTACT"));
    }
}
