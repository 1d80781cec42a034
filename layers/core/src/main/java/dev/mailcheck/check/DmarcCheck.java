package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DMARC_NOT_KNOWN;

import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.probe.DmarcObservation;
import dev.mailcheck.probe.Observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether mail that forges the domain is to be refused: its DMARC record, the policy that applies
 * to it, its subdomains and names that do not exist, and where reports go (RFC 9989, RFC 9990).
 */
public final class DmarcCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.DMARC;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(DmarcObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        DmarcObservation seen = judgement.seen().get(DmarcObservation.class);
        String domain = judgement.domain();
        List<Finding> findings = new ArrayList<>(DmarcRecordFindings.of(domain, seen));
        switch (seen.discovery()) {
            case PolicyDiscovery.NotKnown unknown ->
                    findings.add(
                            Finding.of(DMARC_NOT_KNOWN, domain, "reason", unknown.reason().name()));
            case PolicyDiscovery.Found found -> {
                findings.addAll(DmarcPolicyFindings.of(domain, seen, found));
                findings.addAll(DmarcReportFindings.of(seen, found));
                findings.addAll(DmarcWalkFindings.of(domain, seen, found));
            }
            case PolicyDiscovery.Unusable unusable -> {}
            case PolicyDiscovery.None none -> {}
        }
        return CheckResult.of(id(), findings, DmarcEvidence.of(domain, seen));
    }
}
