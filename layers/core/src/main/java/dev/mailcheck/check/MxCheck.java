package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_IMPLICIT;
import static dev.mailcheck.check.FindingCode.MX_IMPLICIT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_TOO_MANY_TO_PROBE;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.CaaObservation;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether mail for the domain finds a host that takes it (RFC 5321, section 5.1): the MX records,
 * what they point to, and what the hosts say at port 25.
 */
public final class MxCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.MX;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(
                CaaObservation.class,
                EgressObservation.class,
                SmtpObservation.class,
                ZoneObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MxObservation seen = judgement.seen().get(MxObservation.class);
        CheckResult result = CheckResult.of(id(), findings(judgement, seen), Map.of("plan", seen));
        return excuse(result).map(result::excusedBy).orElse(result);
    }

    /** Whether a mail server stands in for the MX record is not asked without network or SMTP. */
    private static Optional<String> excuse(CheckResult result) {
        return result.findings().stream()
                .filter(finding -> finding.code() == MX_IMPLICIT_NOT_KNOWN)
                .map(finding -> finding.arguments().getOrDefault("reason", ""))
                .filter(Set.of("NO_NETWORK", "SWITCHED_OFF")::contains)
                .findFirst();
    }

    private static List<Finding> findings(Judgement judgement, MxObservation seen) {
        if (seen.mx() instanceof DnsAnswer.Failed failed) {
            return List.of(
                    Finding.of(MX_NOT_KNOWN, judgement.domain(), "reason", failed.reason().name()));
        }
        List<Finding> findings = new ArrayList<>(MxExistence.of(judgement, seen));
        findings.addAll(MxTargets.of(judgement, seen));
        if (!seen.implicit() || findings.getFirst().code() == MX_IMPLICIT) {
            findings.addAll(MxConnectFindings.of(judgement));
        }
        if (!seen.notProbed().isEmpty()) {
            findings.add(
                    Finding.of(
                            MX_TOO_MANY_TO_PROBE,
                            judgement.domain(),
                            "left",
                            String.join(", ", seen.notProbed())));
        }
        return findings;
    }
}
