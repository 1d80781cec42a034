package dev.mailcheck.probe;

import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.TooComplex;

import java.util.List;
import java.util.Optional;

/** Tells what the mail is; asks nobody. */
final class MailProbe implements Probe<MailObservation> {
    private final ReceivedMail mail;

    MailProbe(ReceivedMail mail) {
        this.mail = mail;
    }

    @Override
    public Class<MailObservation> observes() {
        return MailObservation.class;
    }

    @Override
    public MailObservation observe(Target target, Observations before, Doors doors) {
        return switch (mail.reading()) {
            case RawMail raw ->
                    new MailObservation(
                            Optional.empty(),
                            mail.size(),
                            raw.oddities().stream().sorted().toList(),
                            mail.envelope(),
                            Optional.of(Authors.of(raw)),
                            ForwardSigns.of(raw, mail.envelope()));
            case TooComplex(TooComplex.Limit limit) ->
                    new MailObservation(
                            Optional.of(limit),
                            mail.size(),
                            List.of(),
                            mail.envelope(),
                            Optional.empty(),
                            List.of());
        };
    }
}
