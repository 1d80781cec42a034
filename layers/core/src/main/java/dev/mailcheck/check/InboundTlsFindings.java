package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.INBOUND_TLS_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CIPHER_WEAK;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_DATED_CIPHER_ACCEPTED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_HANDSHAKE_FAILED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NO_MAIL_HOSTS;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_PLAINTEXT_BEFORE_HANDSHAKE;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_STARTTLS_MISSING;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_STARTTLS_NOT_EVERYWHERE;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_STARTTLS_REFUSED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_STARTTLS_WORKS;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_VERSION_TOO_OLD;

import dev.mailcheck.check.TlsParameters.Judged;
import dev.mailcheck.tls.TlsFacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The findings of inbound-tls over all addresses of all mail hosts. */
final class InboundTlsFindings {
    /** Of a domain's own addresses, which stand in for an MX, this says: no mail is taken there. */
    private static final Set<String> NOTHING_LISTENS = Set.of("REFUSED", "TIMEOUT", "UNREACHABLE");

    private final Judgement judgement;
    private final boolean implicit;
    private final Map<MailAddress, HostTls> outcomes = new LinkedHashMap<>();
    private final SenderRules rules;
    private final Vantage vantage;
    private final PerHost perHost = new PerHost();

    /**
     * Begins with what was seen.
     *
     * @param implicit whether the domain's own addresses stand in for an MX
     */
    InboundTlsFindings(Judgement judgement, List<MailAddress> addresses, boolean implicit) {
        this.judgement = judgement;
        this.implicit = implicit;
        this.rules = SenderRules.of(judgement);
        this.vantage = Vantage.of(judgement.seen());
        addresses.forEach(a -> outcomes.put(a, HostTls.of(a.sessions(), vantage)));
    }

    List<Finding> findings() {
        outcomes.forEach(this::judge);
        List<String> reasons = reasons();
        return reasons.size() < outcomes.size() && !onlyTheLackIsKnown()
                ? perHost.findings()
                : Stream.concat(
                                Stream.of(nothingKnown(reasons)),
                                perHost.findings().stream()
                                        .filter(f -> f.code() != INBOUND_TLS_ADDRESS_NOT_KNOWN))
                        .toList();
    }

    /** No best host was seen, and no other one offers STARTTLS: the best one might. */
    private boolean onlyTheLackIsKnown() {
        return judged(best()).isEmpty()
                && judged(outcomes.values().stream()).stream()
                        .allMatch(HostTls.Missing.class::isInstance);
    }

    private Stream<HostTls> best() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().best())
                .map(Map.Entry::getValue);
    }

    private static List<HostTls> judged(Stream<HostTls> some) {
        return some.filter(outcome -> !(outcome instanceof HostTls.NotKnown)).toList();
    }

    private List<String> reasons() {
        return outcomes.values().stream()
                .filter(HostTls.NotKnown.class::isInstance)
                .map(outcome -> ((HostTls.NotKnown) outcome).reason())
                .toList();
    }

    /** The best host's reason stands for all. */
    private Finding nothingKnown(List<String> reasons) {
        return implicit && NOTHING_LISTENS.containsAll(reasons)
                ? Finding.of(INBOUND_TLS_NO_MAIL_HOSTS, judgement.domain())
                : Finding.of(
                        INBOUND_TLS_NOT_KNOWN, judgement.domain(), "reason", reasons.getFirst());
    }

    private void judge(MailAddress address, HostTls outcome) {
        if (address.last().plaintextAfterStartTls()) {
            add(INBOUND_TLS_PLAINTEXT_BEFORE_HANDSHAKE, address, Map.of());
        }
        switch (outcome) {
            case HostTls.Works(TlsFacts facts) -> {
                add(INBOUND_TLS_STARTTLS_WORKS, address, Map.of());
                add(works(address, facts), address);
            }
            case HostTls.Missing missing -> add(missing(), address, Map.of());
            case HostTls.Refused(String reply) ->
                    add(INBOUND_TLS_STARTTLS_REFUSED, address, Map.of("reply", reply));
            case HostTls.Failed(String reason, String detail) -> {
                add(
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        address,
                        Map.of("reason", reason, "detail", detail));
                add(concessions(address).judgeWithoutGood(false), address);
            }
            case HostTls.TooOld(String detail) -> {
                add(INBOUND_TLS_VERSION_TOO_OLD, address, Map.of("detail", detail));
                add(concessions(address).judgeWithoutGood(true), address);
            }
            case HostTls.NotKnown(String reason) ->
                    add(INBOUND_TLS_ADDRESS_NOT_KNOWN, address, Map.of("reason", reason));
        }
        if (showsItsCertificate(outcome)) {
            address.last().tls().ifPresent(facts -> certificates(address, facts));
        }
    }

    /** What it does with a sender, and what it lets others have; one fault is told once. */
    private List<Judged> works(MailAddress address, TlsFacts facts) {
        List<Judged> sender = new TlsParameters(facts).judge();
        boolean weak = sender.stream().anyMatch(j -> j.code() == INBOUND_TLS_CIPHER_WEAK);
        Stream<Judged> others =
                concessions(address).judge().stream()
                        .filter(j -> !weak || j.code() != INBOUND_TLS_DATED_CIPHER_ACCEPTED);
        return Stream.concat(sender.stream(), others).distinct().toList();
    }

    private TlsConcessions concessions(MailAddress address) {
        return new TlsConcessions(address.further(), vantage);
    }

    /** Not where somebody else may have shown it. */
    private static boolean showsItsCertificate(HostTls outcome) {
        return !(outcome instanceof HostTls.NotKnown(String reason))
                || reason.equals(HostTls.KEY_NOT_COMPUTED);
    }

    private void certificates(MailAddress address, TlsFacts facts) {
        CertificateWeight weight = rules.weightAt(address.host());
        add(new HostCertificate(address.host(), facts, weight, judgement.at()).judge(), address);
    }

    private void add(List<Judged> all, MailAddress address) {
        all.forEach(judged -> add(judged.code(), address, judged.arguments()));
    }

    private void add(FindingCode code, MailAddress address, Map<String, String> arguments) {
        perHost.add(code, address.host(), address.address(), arguments);
    }

    /** Without it at the best host, all mail comes in clear; without it elsewhere, some may. */
    private FindingCode missing() {
        List<HostTls> best = judged(best());
        boolean nowhere =
                !best.isEmpty() && best.stream().allMatch(HostTls.Missing.class::isInstance);
        return nowhere ? INBOUND_TLS_STARTTLS_MISSING : INBOUND_TLS_STARTTLS_NOT_EVERYWHERE;
    }
}
