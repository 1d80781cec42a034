package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.REVERSE_DNS_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_CONFIRMED;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_GENERIC_NAME;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_MX_NOT_CONFIRMED;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_MX_WITHOUT_NAME;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.REVERSE_DNS_NO_MAIL_HOST;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.iprev.GenericName;
import dev.mailcheck.iprev.IprevResult;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.ReverseDnsObservation;
import dev.mailcheck.probe.ReverseDnsObservation.MailAddress;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the addresses of the mail hosts have names that lead back to them (RFC 8601, section
 * 2.7.3). A host that only takes mail needs none, so nothing here is worse than a warning; the
 * address that sends is judged where a mail shows it.
 */
public final class ReverseDnsCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.REVERSE_DNS;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class, ReverseDnsObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        ReverseDnsObservation seen = judgement.seen().get(ReverseDnsObservation.class);
        List<Finding> findings =
                seen.addresses().isEmpty()
                        ? List.of(withoutAddress(judgement))
                        : findings(judgement.domain(), seen);
        return CheckResult.of(id(), findings, Map.of("addresses", seen.addresses()));
    }

    /** There is nothing to look up, or it is not known what. */
    private static Finding withoutAddress(Judgement judgement) {
        MxObservation mx = judgement.seen().get(MxObservation.class);
        return Stream.concat(Stream.of(mx.mx()), mx.hosts().stream().flatMap(ReverseDnsCheck::both))
                .flatMap(answer -> answer.failure().stream())
                .findFirst()
                .map(reason ->
                        Finding.of(
                                REVERSE_DNS_NOT_KNOWN, judgement.domain(), "reason", reason.name()))
                .orElseGet(() -> Finding.of(REVERSE_DNS_NO_MAIL_HOST, judgement.domain()));
    }

    private static Stream<DnsAnswer> both(MxHost host) {
        return Stream.of(host.a(), host.aaaa());
    }

    private static List<Finding> findings(String domain, ReverseDnsObservation seen) {
        List<Finding> findings = seen.addresses().stream().map(ReverseDnsCheck::finding).toList();
        boolean noneJudged =
                findings.stream().allMatch(f -> f.code() == REVERSE_DNS_ADDRESS_NOT_KNOWN);
        return noneJudged
                ? List.of(
                        Finding.of(
                                REVERSE_DNS_NOT_KNOWN,
                                domain,
                                "reason",
                                findings.getFirst().arguments().getOrDefault("reason", "")))
                : findings;
    }

    private static Finding finding(MailAddress address) {
        IprevResult iprev = address.iprev();
        String hosts = String.join(", ", address.hosts());
        String names =
                iprev.names().stream()
                        .map(IprevResult.Forward::name)
                        .collect(Collectors.joining(", "));
        return switch (iprev.result()) {
            case PASS -> confirmed(address, hosts, iprev.confirmed().orElse(names));
            case FAIL ->
                    Finding.of(
                            REVERSE_DNS_MX_NOT_CONFIRMED,
                            iprev.ip(),
                            "host",
                            hosts,
                            "names",
                            names);
            case PERMERROR -> Finding.of(REVERSE_DNS_MX_WITHOUT_NAME, iprev.ip(), "host", hosts);
            case TEMPERROR ->
                    Finding.of(
                            REVERSE_DNS_ADDRESS_NOT_KNOWN,
                            iprev.ip(),
                            "host",
                            hosts,
                            "reason",
                            reason(iprev));
        };
    }

    private static Finding confirmed(MailAddress address, String hosts, String name) {
        boolean generic =
                IpLiteral.parse(address.address())
                        .filter(ip -> GenericName.is(name, ip))
                        .isPresent();
        FindingCode code = generic ? REVERSE_DNS_GENERIC_NAME : REVERSE_DNS_CONFIRMED;
        return Finding.of(code, address.address(), "host", hosts, "name", name);
    }

    static String reason(IprevResult iprev) {
        return Stream.concat(
                        Stream.of(iprev.pointers()),
                        iprev.names().stream().map(IprevResult.Forward::addresses))
                .flatMap(answer -> answer.failure().stream())
                .map(Enum::name)
                .findFirst()
                .orElse("NOT_RUN");
    }
}
