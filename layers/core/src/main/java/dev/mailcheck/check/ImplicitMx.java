package dev.mailcheck.check;

import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.SmtpObservation;

import java.util.Optional;

/**
 * Whether a mail server answers at the domain's own addresses, which stand in where there is no MX
 * record (RFC 5321, section 5.1).
 */
sealed interface ImplicitMx {
    record Answers() implements ImplicitMx {}

    /** None does, though the network here lets us through. */
    record Dead() implements ImplicitMx {}

    record NotKnown(String reason) implements ImplicitMx {}

    static ImplicitMx of(Judgement judgement, MxObservation mx) {
        Optional<SmtpObservation> smtp = judgement.seen().find(SmtpObservation.class);
        if (smtp.isEmpty()) {
            return new NotKnown(judgement.seen().missingBecause(SmtpObservation.class));
        }
        if (smtp.get().notProbed().isPresent()) {
            return new NotKnown(smtp.get().notProbed().get());
        }
        return MxConnectFindings.anyAnswers(judgement)
                .<ImplicitMx>map(answers -> answers ? new Answers() : new Dead())
                .orElseGet(() -> new NotKnown(reason(judgement, mx, smtp.get())));
    }

    private static String reason(Judgement judgement, MxObservation mx, SmtpObservation smtp) {
        Vantage vantage = Vantage.of(judgement.seen());
        return MailAddress.of(mx, smtp).stream()
                .map(address -> Reach.of(address.last(), vantage))
                .filter(Reach.NotKnown.class::isInstance)
                .map(Reach.NotKnown.class::cast)
                .map(Reach.NotKnown::reason)
                .findFirst()
                .orElse("NOT_RUN");
    }
}
