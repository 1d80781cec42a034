package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DANE_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DANE_NO_MAIL_HOSTS;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.DaneObservation;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.SmtpObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether senders that enforce DANE find TLSA records for the mail hosts, and certificates that fit
 * them (RFC 7672). Records without DNSSEC are no DANE: senders ignore them.
 */
public final class DaneCheck implements Check {
    /** These say that nobody tried, by the user's own choice. */
    private static final Set<String> EXCUSES = Set.of("NO_NETWORK", "SWITCHED_OFF");

    @Override
    public CheckId id() {
        return CheckId.DANE;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class, DaneObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(SmtpObservation.class, EgressObservation.class, ResolverObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        DaneObservation dane = judgement.seen().get(DaneObservation.class);
        CheckResult result =
                CheckResult.of(
                        id(),
                        findings(judgement, dane),
                        Map.of("mx", dane.mx(), "hosts", dane.hosts()));
        return switchedOff(judgement, result) ? result.excusedBy(why(judgement)) : result;
    }

    private static List<Finding> findings(Judgement judgement, DaneObservation dane) {
        MxObservation mx = judgement.seen().get(MxObservation.class);
        if (mx.mx() instanceof DnsAnswer.Failed failed) {
            return notKnown(judgement, failed.reason().name());
        }
        if (dane.hosts().isEmpty()) {
            return List.of(Finding.of(DANE_NO_MAIL_HOSTS, judgement.domain()));
        }
        List<Finding> findings = new ArrayList<>(TlsaExistence.of(judgement, dane));
        findings.addAll(TlsaMatches.of(judgement));
        return findings;
    }

    private static List<Finding> notKnown(Judgement judgement, String reason) {
        return List.of(Finding.of(DANE_NOT_KNOWN, judgement.domain(), "reason", reason));
    }

    private static boolean switchedOff(Judgement judgement, CheckResult result) {
        return EXCUSES.contains(why(judgement))
                && result.findings().stream()
                        .anyMatch(finding -> finding.code() == FindingCode.DANE_MATCH_NOT_KNOWN);
    }

    private static String why(Judgement judgement) {
        return judgement
                .seen()
                .find(SmtpObservation.class)
                .flatMap(SmtpObservation::notProbed)
                .orElse("");
    }
}
