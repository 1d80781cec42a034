package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NO_MAIL_HOSTS;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SmtpObservation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether mail to the domain travels encrypted: STARTTLS at every mail host, and what a sender's
 * handshake there yields (RFC 3207, RFC 9325). What could not be seen from here is "not known".
 */
public final class InboundTlsCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.INBOUND_TLS;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class, SmtpObservation.class, EgressObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return SenderRules.SEEN_IN;
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MxObservation mx = judgement.seen().get(MxObservation.class);
        SmtpObservation smtp = judgement.seen().get(SmtpObservation.class);
        List<MailAddress> addresses = MailAddress.of(mx, smtp);
        if (!addresses.isEmpty()) {
            return result(
                    new InboundTlsFindings(judgement, addresses, mx.implicit()).findings(),
                    new InboundTlsEvidence(smtp).byName());
        }
        if (mx.mx() instanceof DnsAnswer.Failed failed) {
            return notKnown(judgement, failed.reason().name());
        }
        return smtp.notProbed()
                .map(reason -> notProbed(judgement, reason))
                .orElseGet(() -> notKnown(judgement, "NO_PUBLIC_ADDRESS"));
    }

    private CheckResult notProbed(Judgement judgement, String reason) {
        if (reason.equals("NO_MAIL_HOSTS")) {
            return result(
                    List.of(Finding.of(INBOUND_TLS_NO_MAIL_HOSTS, judgement.domain())), Map.of());
        }
        return notKnown(judgement, reason).excusedBy(reason);
    }

    private CheckResult notKnown(Judgement judgement, String reason) {
        return result(
                List.of(Finding.of(INBOUND_TLS_NOT_KNOWN, judgement.domain(), "reason", reason)),
                Map.of());
    }

    private CheckResult result(List<Finding> findings, Map<String, Object> evidence) {
        return CheckResult.of(id(), findings, evidence);
    }
}
