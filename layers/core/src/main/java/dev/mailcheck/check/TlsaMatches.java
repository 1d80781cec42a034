package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DANE_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DANE_CERTIFICATE_MATCHES;
import static dev.mailcheck.check.FindingCode.DANE_CERTIFICATE_MISMATCH;
import static dev.mailcheck.check.FindingCode.DANE_MATCH_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DANE_NO_SPARE;
import static dev.mailcheck.check.FindingCode.DANE_RECORDS_UNUSABLE;
import static dev.mailcheck.check.FindingCode.DANE_TLS_MISSING;
import static dev.mailcheck.check.FindingCode.DANE_WHOLE_CERTIFICATE;

import dev.mailcheck.dane.DaneResult;
import dev.mailcheck.dane.TlsaRecord;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether each address of the mail hosts that have TLSA records serves what they name. */
final class TlsaMatches {
    private final Judgement judgement;
    private final PerHost perHost = new PerHost();
    private final List<Finding> remarks = new ArrayList<>();
    private boolean judged;

    private TlsaMatches(Judgement judgement) {
        this.judgement = judgement;
    }

    static List<Finding> of(Judgement judgement) {
        return new TlsaMatches(judgement).findings();
    }

    private List<Finding> findings() {
        List<MxHost> hosts = judgement.seen().get(MxObservation.class).hosts();
        Map<String, List<DaneVerdict>> verdicts = new LinkedHashMap<>();
        hosts.forEach(host -> verdicts.put(host.name(), DaneVerdict.of(host, judgement)));
        judged =
                verdicts.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(v -> v.result().isPresent());
        verdicts.forEach(this::host);
        List<Finding> findings =
                new ArrayList<>(perHost.findings().stream().map(this::withRecord).toList());
        findings.addAll(remarks);
        return findings;
    }

    private void host(String host, List<DaneVerdict> verdicts) {
        DanePolicy policy = DanePolicy.of(judgement.seen(), host);
        switch (policy) {
            case DanePolicy.None none -> {}
            case DanePolicy.NotKnown notKnown -> {}
            case DanePolicy.Deferred deferred -> {}
            case DanePolicy.Encrypted encrypted -> verdicts.forEach(this::address);
            case DanePolicy.Authenticated authenticated -> {
                verdicts.forEach(this::address);
                remark(host, authenticated, verdicts);
            }
        }
    }

    private void address(DaneVerdict verdict) {
        switch (verdict.outcome()) {
            case DELIVERS -> delivers(verdict);
            case REFUSES -> refuses(verdict);
            case NOT_KNOWN ->
                    add(
                            judged ? DANE_ADDRESS_NOT_KNOWN : DANE_MATCH_NOT_KNOWN,
                            verdict,
                            Map.of("reason", verdict.why()));
            case NONE -> {}
        }
    }

    private void delivers(DaneVerdict verdict) {
        verdict.result()
                .ifPresent(result -> {
                    switch (result) {
                        case DaneResult.Match(TlsaRecord record, boolean spare) ->
                                add(
                                        DANE_CERTIFICATE_MATCHES,
                                        verdict,
                                        Map.of("record", record.data()));
                        case DaneResult.Unusable() -> add(DANE_RECORDS_UNUSABLE, verdict, Map.of());
                        case DaneResult.NoMatch noMatch -> {}
                        case DaneResult.NotComputed() -> {}
                    }
                });
    }

    private void refuses(DaneVerdict verdict) {
        if (verdict.result().orElse(null)
                instanceof DaneResult.NoMatch(List<DaneResult.Miss> misses)) {
            add(DANE_CERTIFICATE_MISMATCH, verdict, Map.of("reason", nearest(misses)));
        } else {
            add(DANE_TLS_MISSING, verdict, Map.of("reason", verdict.why()));
        }
    }

    /** Of several records the one that fails last says most. */
    private static String nearest(List<DaneResult.Miss> misses) {
        return misses.stream()
                .map(DaneResult.Miss::fault)
                .max(Comparator.naturalOrder())
                .map(Enum::name)
                .orElse("OTHER_CERTIFICATE");
    }

    private void add(FindingCode code, DaneVerdict verdict, Map<String, String> arguments) {
        perHost.add(code, verdict.host(), verdict.address(), arguments);
    }

    private void remark(String host, DanePolicy.Authenticated policy, List<DaneVerdict> verdicts) {
        if (policy.records().stream().anyMatch(TlsaMatches::pinsWholeCertificate)) {
            remarks.add(Finding.of(DANE_WHOLE_CERTIFICATE, host));
        }
        boolean noSpare =
                verdicts.stream()
                        .flatMap(verdict -> verdict.result().stream())
                        .anyMatch(TlsaMatches::isWithoutSpare);
        if (noSpare) {
            remarks.add(Finding.of(DANE_NO_SPARE, host));
        }
    }

    private static boolean pinsWholeCertificate(TlsaRecord record) {
        return record.usage() == TlsaRecord.DANE_EE && record.selector() == TlsaRecord.CERTIFICATE;
    }

    private static boolean isWithoutSpare(DaneResult result) {
        return result instanceof DaneResult.Match match && !match.spare();
    }

    private Finding withRecord(Finding finding) {
        return finding.code() == DANE_CERTIFICATE_MISMATCH
                        || finding.code() == DANE_RECORDS_UNUSABLE
                ? base(finding.subject())
                        .flatMap(base ->
                                TlsaProposal.of(judgement, finding.subject())
                                        .map(record ->
                                                finding.withRecord(
                                                        "_25._tcp." + base, "TLSA", record.data())))
                        .orElse(finding)
                : finding;
    }

    private Optional<String> base(String host) {
        return switch (DanePolicy.of(judgement.seen(), host)) {
            case DanePolicy.Authenticated has -> Optional.of(has.base().text());
            case DanePolicy.Encrypted has -> Optional.of(has.base().text());
            case DanePolicy.None none -> Optional.empty();
            case DanePolicy.Deferred deferred -> Optional.empty();
            case DanePolicy.NotKnown notKnown -> Optional.empty();
        };
    }
}
