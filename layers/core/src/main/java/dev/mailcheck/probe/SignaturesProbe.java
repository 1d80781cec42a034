package dev.mailcheck.probe;

import dev.mailcheck.arc.ArcValidator;
import dev.mailcheck.dkim.DkimVerifier;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.message.RawMail;

import java.time.Clock;

/** Verifies the DKIM signatures and the ARC chain of the mail. */
final class SignaturesProbe implements Probe<SignaturesObservation> {
    private final RawMail mail;
    private final Clock at;
    private final SignatureCrypto crypto;

    /**
     * @param at the time that is judged by
     */
    SignaturesProbe(RawMail mail, Clock at, SignatureCrypto crypto) {
        this.mail = mail;
        this.at = at;
        this.crypto = crypto;
    }

    @Override
    public Class<SignaturesObservation> observes() {
        return SignaturesObservation.class;
    }

    @Override
    public SignaturesObservation observe(Target target, Observations before, Doors doors) {
        SignedMail signed = SignedMail.of(mail);
        return new SignaturesObservation(
                new DkimVerifier(doors.dns(), at, crypto).verify(signed),
                new ArcValidator(doors.dns(), at, crypto).validate(signed));
    }
}
