package dev.mailcheck.probe;

import dev.mailcheck.message.Form;
import dev.mailcheck.message.RawMail;

/** Looks at the form of the mail; asks nobody. */
final class FormProbe implements Probe<FormObservation> {
    private final RawMail mail;

    FormProbe(RawMail mail) {
        this.mail = mail;
    }

    @Override
    public Class<FormObservation> observes() {
        return FormObservation.class;
    }

    @Override
    public FormObservation observe(Target target, Observations before, Doors doors) {
        return new FormObservation(Form.of(mail));
    }
}
