package dev.mailcheck.check;

import dev.mailcheck.probe.ClientNameObservation;
import dev.mailcheck.probe.FormObservation;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.MailSpfObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SignaturesObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the mail meets what Google, Yahoo and Microsoft ask of everyone who sends to their users:
 * one row for each requirement, and those for senders of bulk mail where the mail looks like it.
 */
final class SenderGuidelinesCheck implements MailCheck {
    @Override
    public CheckId id() {
        return CheckId.SENDER_GUIDELINES;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(
                MailObservation.class,
                FormObservation.class,
                MailSpfObservation.class,
                SignaturesObservation.class,
                MailDmarcObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(ClientNameObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        FormObservation form = judgement.seen().get(FormObservation.class);
        List<FindingCode> codes = new ArrayList<>(AuthenticationRules.of(judgement));
        codes.addAll(ConnectionRules.of(judgement));
        codes.addAll(UnsubscribeRules.of(judgement));
        return CheckResult.of(
                id(),
                codes.stream().map(code -> Finding.of(code, judgement.domain())).toList(),
                Map.of(
                        "looksBulk",
                        form.form().looksBulk(),
                        "bulkFields",
                        form.form().bulkFields(),
                        "unsubscribe",
                        form.form().unsubscribe()));
    }
}
