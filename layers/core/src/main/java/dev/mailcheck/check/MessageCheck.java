package dev.mailcheck.check;

import dev.mailcheck.message.Form;
import dev.mailcheck.probe.FormObservation;
import dev.mailcheck.probe.HeloObservation;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.Observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the mail has the form that RFC 5322 asks for, and the server that sent it introduced
 * itself by its own name (RFC 5321, section 4.1.4).
 */
final class MessageCheck implements MailCheck {
    @Override
    public CheckId id() {
        return CheckId.MESSAGE;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailObservation.class, FormObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(HeloObservation.class, MailDmarcObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MailObservation mail = judgement.seen().get(MailObservation.class);
        Form form = judgement.seen().get(FormObservation.class).form();
        String domain = judgement.domain();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(AuthorFindings.of(judgement, mail));
        findings.add(HeaderFindings.date(domain, form, mail.envelope().receivedAt()));
        findings.addAll(HeaderFindings.of(domain, form));
        findings.addAll(LineFindings.of(domain, form, mail));
        judgement
                .seen()
                .find(HeloObservation.class)
                .map(seen -> HeloFindings.of(domain, mail.envelope(), seen))
                .ifPresent(findings::add);
        return CheckResult.of(id(), findings, evidence(judgement, form, mail));
    }

    private static Map<String, Object> evidence(
            Judgement judgement, Form form, MailObservation mail) {
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("form", form);
        evidence.put("oddities", mail.oddities().stream().map(Enum::name).toList());
        mail.envelope().helo().value().ifPresent(helo -> evidence.put("helo", helo));
        judgement
                .seen()
                .find(HeloObservation.class)
                .ifPresent(seen -> evidence.put("heloAddresses", seen.addresses()));
        return evidence;
    }
}
