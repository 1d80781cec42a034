package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.TLS_RPT_ABSENT;
import static dev.mailcheck.check.FindingCode.TLS_RPT_MISSING;
import static dev.mailcheck.check.FindingCode.TLS_RPT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.TLS_RPT_RECORD_MALFORMED;
import static dev.mailcheck.check.FindingCode.TLS_RPT_RECORD_VALID;
import static dev.mailcheck.check.FindingCode.TLS_RPT_SEVERAL_RECORDS;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.DaneObservation;
import dev.mailcheck.probe.MtaStsObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.TlsRptObservation;
import dev.mailcheck.tlsrpt.TlsRptRecord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Set<Class<? extends Observation>> considers() {
        return Set.of(MtaStsObservation.class, DaneObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        TlsRptObservation seen = judgement.seen().get(TlsRptObservation.class);
        Finding finding = finding(judgement.domain(), seen);
        return CheckResult.of(
                id(),
                List.of(finding.code() == TLS_RPT_ABSENT ? missed(judgement) : finding),
                Map.of("records", seen.records()));
    }

    /** Reports are missed where the domain publishes rules that make senders keep its mail. */
    private static Finding missed(Judgement judgement) {
        String rules =
                Stream.of(
                                hasMtaSts(judgement.seen()) ? "MTA-STS" : "",
                                hasDane(judgement.seen()) ? "DANE" : "")
                        .filter(rule -> !rule.isEmpty())
                        .collect(Collectors.joining(", "));
        return rules.isEmpty()
                ? Finding.of(TLS_RPT_ABSENT, judgement.domain())
                : Finding.of(TLS_RPT_MISSING, judgement.domain(), "rules", rules);
    }

    private static boolean hasMtaSts(Observations seen) {
        return seen.find(MtaStsObservation.class)
                .filter(sts -> StsRecord.of(sts.records()) instanceof StsRecord.Valid)
                .isPresent();
    }

    private static boolean hasDane(Observations seen) {
        return seen.find(DaneObservation.class).stream()
                .flatMap(dane -> dane.hosts().stream())
                .map(host -> DanePolicy.of(seen, host.host()))
                .anyMatch(DanePolicy.Authenticated.class::isInstance);
    }

    private static Finding finding(String domain, TlsRptObservation seen) {
        return switch (seen.records()) {
            case DnsAnswer.Failed failed ->
                    Finding.of(TLS_RPT_NOT_KNOWN, domain, "reason", failed.reason().name());
            case DnsAnswer.Absent absent -> absent(domain);
            case DnsAnswer.Found found -> ofRecords(domain, seen);
        };
    }

    /** Those that do not begin with the version do not count, unless nothing else is there. */
    private static Finding ofRecords(String domain, TlsRptObservation seen) {
        TxtPlace place = new TxtPlace(seen.name(), seen.records());
        List<String> texts = seen.records().data();
        List<String> counting = texts.stream().filter(TlsRptRecord::counts).toList();
        if (counting.size() > 1) {
            Finding several =
                    Finding.of(
                            TLS_RPT_SEVERAL_RECORDS,
                            domain,
                            "count",
                            Integer.toString(counting.size()));
            return place.mend(several, TlsRptRecord.mending(counting));
        }
        List<String> meant =
                counting.isEmpty()
                        ? texts.stream().filter(TlsRptRecord::isMeant).toList()
                        : counting;
        return meant.isEmpty() ? absent(domain) : ofRecord(domain, place, meant.getFirst());
    }

    private static Finding ofRecord(String domain, TxtPlace place, String text) {
        return switch (TlsRptRecord.parse(text)) {
            case TlsRptRecord.Valid valid -> Finding.of(TLS_RPT_RECORD_VALID, domain);
            case TlsRptRecord.Malformed malformed ->
                    place.mend(
                            Finding.of(
                                    TLS_RPT_RECORD_MALFORMED,
                                    domain,
                                    "reason",
                                    malformed.reason(),
                                    "record",
                                    text),
                            TlsRptRecord.mending(List.of(text)));
        };
    }

    private static Finding absent(String domain) {
        return Finding.of(TLS_RPT_ABSENT, domain);
    }
}
