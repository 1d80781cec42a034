package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.TLS_RPT_ABSENT;
import static dev.mailcheck.check.FindingCode.TLS_RPT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.TLS_RPT_RECORD_VALID;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.TlsRptObservation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether senders can report TLS failures (RFC 8460, section 3). */
public final class TlsRptCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.TLS_RPT;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(TlsRptObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        TlsRptObservation seen = judgement.seen().get(TlsRptObservation.class);
        return CheckResult.of(
                id(), findings(judgement.domain(), seen), Map.of("records", seen.records()));
    }

    private static List<Finding> findings(String domain, TlsRptObservation seen) {
        return switch (seen.records()) {
            case DnsAnswer.Failed failed ->
                    List.of(
                            Finding.of(
                                    TLS_RPT_NOT_KNOWN, domain, "reason", failed.reason().name()));
            case DnsAnswer.Absent absent -> List.of(Finding.of(TLS_RPT_ABSENT, domain));
            case DnsAnswer.Found found -> List.of(Finding.of(TLS_RPT_RECORD_VALID, domain));
        };
    }
}
