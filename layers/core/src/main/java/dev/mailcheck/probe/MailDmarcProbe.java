package dev.mailcheck.probe;

import dev.mailcheck.dmarc.DmarcEvaluator;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;

import java.util.Set;

/** Evaluates DMARC for the mail's author domain, by what SPF and DKIM said. */
final class MailDmarcProbe implements Probe<MailDmarcObservation> {
    private final RawMail mail;

    MailDmarcProbe(RawMail mail) {
        this.mail = mail;
    }

    @Override
    public Class<MailDmarcObservation> observes() {
        return MailDmarcObservation.class;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailSpfObservation.class, SignaturesObservation.class);
    }

    @Override
    public MailDmarcObservation observe(Target target, Observations before, Doors doors) {
        return new MailDmarcObservation(
                new DmarcEvaluator(doors.dns())
                        .evaluate(
                                Authors.of(mail),
                                before.get(MailSpfObservation.class).sender(),
                                before.get(SignaturesObservation.class).dkim()));
    }
}
