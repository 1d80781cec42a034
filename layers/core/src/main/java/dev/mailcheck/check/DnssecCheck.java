package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSSEC_NOT_KNOWN;

import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.ResolverObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what the DNS says of the domain's mail is signed, and the signatures hold, from the
 * root's trust anchor down (RFC 4033, RFC 4035). TLSA records are DANE's to judge.
 */
public final class DnssecCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.DNSSEC;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(DnssecObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(ResolverObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        DnssecObservation seen = judgement.seen().get(DnssecObservation.class);
        List<Finding> findings =
                DnssecVantage.obstacle(judgement.seen())
                        .map(why -> List.of(notKnown(judgement, why)))
                        .orElseGet(() -> findings(judgement, seen));
        return CheckResult.of(id(), findings, Map.of("names", seen.names(), "zones", seen.zones()));
    }

    private static Finding notKnown(Judgement judgement, String reason) {
        return Finding.of(DNSSEC_NOT_KNOWN, judgement.domain(), "reason", reason);
    }

    private static List<Finding> findings(Judgement judgement, DnssecObservation seen) {
        SignedDomain domain = new SignedDomain(judgement.domain(), seen);
        List<Finding> findings = new ArrayList<>(BrokenChainFindings.of(seen));
        findings.addAll(domain.findings());
        findings.addAll(SignedHostFindings.of(seen, domain.isSigned()));
        findings.addAll(SigningFindings.of(seen, judgement.at()));
        return findings;
    }
}
