package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DANE_ABSENT;
import static dev.mailcheck.check.FindingCode.DANE_DEPLOYED;
import static dev.mailcheck.check.FindingCode.DANE_LOOKUP_FAILS;
import static dev.mailcheck.check.FindingCode.DANE_MX_NOT_SIGNED;
import static dev.mailcheck.check.FindingCode.DANE_NOT_EVERYWHERE;
import static dev.mailcheck.check.FindingCode.DANE_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DANE_TLSA_NOT_SIGNED;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.DaneHost;
import dev.mailcheck.probe.DaneObservation;
import dev.mailcheck.probe.TlsaLookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which mail hosts have TLSA records that senders may believe. */
final class TlsaExistence {
    private final Judgement judgement;
    private final Map<DaneHost, DanePolicy> policies = new LinkedHashMap<>();

    private TlsaExistence(Judgement judgement, DaneObservation dane) {
        this.judgement = judgement;
        dane.hosts()
                .forEach(host -> policies.put(host, DanePolicy.of(judgement.seen(), host.host())));
    }

    static List<Finding> of(Judgement judgement, DaneObservation dane) {
        return new TlsaExistence(judgement, dane).findings();
    }

    private List<Finding> findings() {
        long believed = policies.values().stream().filter(TlsaExistence::hasRecords).count();
        if (believed == policies.size()) {
            return List.of(Finding.of(DANE_DEPLOYED, judgement.domain()));
        }
        List<Finding> findings = new ArrayList<>();
        Optional<Finding> nowhere = nowhere();
        nowhere.ifPresent(findings::add);
        policies.forEach((host, policy) ->
                finding(host, policy, believed > 0, nowhere.isPresent()).ifPresent(findings::add));
        return findings;
    }

    private static boolean hasRecords(DanePolicy policy) {
        return policy instanceof DanePolicy.Authenticated || policy instanceof DanePolicy.Encrypted;
    }

    /** One finding for the domain, unless a record can be proposed for a host. */
    private Optional<Finding> nowhere() {
        boolean none =
                policies.keySet().stream().allMatch(host -> published(host).isEmpty())
                        && policies.values().stream().allMatch(DanePolicy.None.class::isInstance)
                        && policies.keySet().stream()
                                .allMatch(host -> proposed(host, DANE_ABSENT).record().isEmpty());
        return none ? Optional.of(Finding.of(DANE_ABSENT, judgement.domain())) : Optional.empty();
    }

    private Optional<Finding> finding(
            DaneHost host, DanePolicy policy, boolean elsewhere, boolean nowhere) {
        return switch (policy) {
            case DanePolicy.Authenticated has -> Optional.empty();
            case DanePolicy.Encrypted has -> Optional.empty();
            case DanePolicy.Deferred(String question, String reason) ->
                    Optional.of(deferred(host, question, reason));
            case DanePolicy.NotKnown(String reason) -> Optional.of(notKnown(host, reason));
            case DanePolicy.None(DanePolicy.Reason reason) ->
                    nowhere ? Optional.empty() : Optional.of(none(host, reason, elsewhere));
        };
    }

    /** Where not even the way to the host validates, that is for dnssec to tell. */
    private Finding deferred(DaneHost host, String question, String reason) {
        return question.endsWith(" TLSA")
                ? Finding.of(DANE_LOOKUP_FAILS, host.host(), "question", question, "reason", reason)
                : notKnown(host, reason);
    }

    private Finding notKnown(DaneHost host, String reason) {
        return Finding.of(
                DANE_NOT_KNOWN,
                host.host(),
                "reason",
                DnssecVantage.obstacle(judgement.seen()).orElse(reason));
    }

    private Finding none(DaneHost host, DanePolicy.Reason reason, boolean elsewhere) {
        if (published(host).isEmpty()) {
            return proposed(host, elsewhere ? DANE_NOT_EVERYWHERE : DANE_ABSENT);
        }
        return switch (reason) {
            case MX_NOT_SIGNED -> Finding.of(DANE_MX_NOT_SIGNED, host.host());
            case HOST_NOT_SIGNED, TLSA_NOT_SIGNED, NO_TLSA ->
                    Finding.of(DANE_TLSA_NOT_SIGNED, host.host());
        };
    }

    /** The records that are there, whether senders may believe them or not. */
    private static List<String> published(DaneHost host) {
        return host.lookups().stream()
                .map(TlsaLookup::records)
                .flatMap(answer -> answer.data().stream())
                .toList();
    }

    /** Only who holds the host's zone can publish there, and only a signed one is of use. */
    private Finding proposed(DaneHost host, FindingCode code) {
        Finding finding = Finding.of(code, host.host());
        boolean own = judgement.target().domain().dnsName().contains(DnsName.of(host.host()));
        boolean signed =
                DanePolicy.of(judgement.seen(), host.host())
                        .equals(new DanePolicy.None(DanePolicy.Reason.NO_TLSA));
        return own && signed
                ? TlsaProposal.of(judgement, host.host())
                        .map(record ->
                                finding.withRecord(
                                        "_25._tcp." + host.host(), "TLSA", record.data()))
                        .orElse(finding)
                : finding;
    }
}
