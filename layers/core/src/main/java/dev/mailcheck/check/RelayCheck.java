package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.RELAY_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_NO_MAIL_HOSTS;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.FurtherSession;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.RelayTrial;
import dev.mailcheck.probe.SessionKind;
import dev.mailcheck.probe.SmtpObservation;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the domain's mail hosts take mail from strangers to strangers (RFC 2505, section 2.1). No
 * mail was sent: what is accepted at RCPT may still be refused later, and the findings say so. What
 * could not be seen from here is "not known".
 */
public final class RelayCheck implements Check {
    /** Reasons that are somebody's will and no gap in what was seen. */
    private static final Set<String> EXCUSES =
            Set.of("SWITCHED_OFF", "NO_NETWORK", "CONTROL_NOT_PROVEN", "OPTED_OUT");

    @Override
    public CheckId id() {
        return CheckId.RELAY;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class, SmtpObservation.class, EgressObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MxObservation mx = judgement.seen().get(MxObservation.class);
        SmtpObservation smtp = judgement.seen().get(SmtpObservation.class);
        List<RelayAddress> addresses =
                MailAddress.of(mx, smtp).stream().map(a -> new RelayAddress(a, smtp)).toList();
        if (addresses.isEmpty()) {
            return withoutAddresses(judgement, mx, smtp);
        }
        Optional<String> excuse = smtp.relay().notProbed().filter(EXCUSES::contains);
        return excuse.map(reason -> notKnown(judgement, reason).excusedBy(reason))
                .orElseGet(() -> judged(judgement, addresses, smtp, mx.implicit()));
    }

    private CheckResult withoutAddresses(
            Judgement judgement, MxObservation mx, SmtpObservation smtp) {
        if (mx.mx() instanceof DnsAnswer.Failed failed) {
            return notKnown(judgement, failed.reason().name());
        }
        String reason = smtp.notProbed().orElse("NO_PUBLIC_ADDRESS");
        if (reason.equals("NO_MAIL_HOSTS")) {
            return result(List.of(Finding.of(RELAY_NO_MAIL_HOSTS, judgement.domain())), Map.of());
        }
        CheckResult result = notKnown(judgement, reason);
        return EXCUSES.contains(reason) ? result.excusedBy(reason) : result;
    }

    private CheckResult notKnown(Judgement judgement, String reason) {
        return result(
                List.of(Finding.of(RELAY_NOT_KNOWN, judgement.domain(), "reason", reason)),
                Map.of());
    }

    /** One address of a host that was asked under another name is that other host's. */
    private CheckResult judged(
            Judgement judgement,
            List<RelayAddress> addresses,
            SmtpObservation smtp,
            boolean implicit) {
        Vantage vantage = Vantage.of(judgement.seen());
        boolean lab = judgement.target().options().lab();
        RelayFindings findings = new RelayFindings(judgement.domain(), implicit);
        addresses.stream()
                .filter(each -> !isAskedElsewhere(each, addresses))
                .forEach(each -> findings.add(each.address(), each.verdict(vantage, lab)));
        return result(findings.findings(), evidence(addresses, smtp));
    }

    private static boolean isAskedElsewhere(RelayAddress one, List<RelayAddress> all) {
        return one.trials().isEmpty()
                && all.stream()
                        .filter(other -> !other.trials().isEmpty())
                        .anyMatch(o -> o.address().address().equals(one.address().address()));
    }

    /** What a server was asked and said, without the rest of the session. */
    @Json
    public record Asked(String host, String address, List<RelayTrial> trials) {}

    private static Map<String, Object> evidence(
            List<RelayAddress> addresses, SmtpObservation smtp) {
        return Map.of(
                "plan",
                smtp.relay(),
                "asked",
                addresses.stream()
                        .filter(each -> !each.trials().isEmpty())
                        .map(each ->
                                new Asked(
                                        each.address().host(),
                                        each.address().address(),
                                        each.trials()))
                        .toList(),
                "sessions",
                smtp.further().stream()
                        .filter(further -> further.kind() == SessionKind.RELAY)
                        .map(FurtherSession::session)
                        .toList());
    }

    private CheckResult result(List<Finding> findings, Map<String, Object> evidence) {
        return CheckResult.of(id(), findings, evidence);
    }
}
