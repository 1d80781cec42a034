package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.IPV6_EVERY_MX;
import static dev.mailcheck.check.FindingCode.IPV6_MX_ANSWERS;
import static dev.mailcheck.check.FindingCode.IPV6_MX_DEAD;
import static dev.mailcheck.check.FindingCode.IPV6_MX_NAME_SERVERS;
import static dev.mailcheck.check.FindingCode.IPV6_MX_REACH_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.IPV6_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.IPV6_NO_MX;
import static dev.mailcheck.check.FindingCode.IPV6_NO_MX_NAME_SERVER;
import static dev.mailcheck.check.FindingCode.IPV6_NO_NAME_SERVER;
import static dev.mailcheck.check.FindingCode.IPV6_ONE_NAME_SERVER;
import static dev.mailcheck.check.FindingCode.IPV6_PART_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.IPV6_SOME_MX;
import static dev.mailcheck.check.FindingCode.IPV6_TWO_NAME_SERVERS;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.Ipv6Observation;
import dev.mailcheck.probe.Ipv6Observation.MailHostZone;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.NameServerSeen;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether mail reaches the domain over IPv6: its name servers, its mail hosts, and the name servers
 * of these. Going without IPv6 is no fault; an IPv6 address at which nothing answers is one.
 */
public final class Ipv6Check implements Check {
    private static final int ENOUGH = 2;

    @Override
    public CheckId id() {
        return CheckId.IPV6;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class, ZoneObservation.class, Ipv6Observation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(EgressObservation.class, SmtpObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MxObservation mx = judgement.seen().get(MxObservation.class);
        ZoneObservation zone = judgement.seen().get(ZoneObservation.class);
        Ipv6Observation seen = judgement.seen().get(Ipv6Observation.class);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(nameServers(judgement.domain(), zone));
        if (!MailProfile.of(judgement.seen()).takesNoMail()) {
            findings.addAll(mailHosts(judgement.domain(), mx));
            findings.addAll(reach(judgement, mx));
            findings.addAll(mailHostZones(zone, seen));
        }
        return CheckResult.of(
                id(),
                findings.stream().allMatch(finding -> finding.code() == IPV6_PART_NOT_KNOWN)
                        ? findings.stream().limit(1).map(Ipv6Check::nothingKnown).toList()
                        : findings,
                Map.of("mailHostZones", seen.mailHostZones()));
    }

    private static Finding nothingKnown(Finding part) {
        return Finding.of(
                IPV6_NOT_KNOWN,
                part.subject(),
                "reason",
                part.arguments().getOrDefault("reason", ""));
    }

    private static List<Finding> nameServers(String domain, ZoneObservation seen) {
        String zone = seen.zone().map(DnsName::text).orElse(domain);
        if (seen.servers().isEmpty()) {
            return seen
                    .nameServers()
                    .failure()
                    .map(reason -> part(zone, "NS", reason.name()))
                    .stream()
                    .toList();
        }
        List<String> with =
                seen.servers().stream()
                        .filter(server -> server.aaaa() instanceof DnsAnswer.Found)
                        .map(server -> server.name().text())
                        .toList();
        Optional<String> doubt =
                seen.servers().stream()
                        .map(NameServerSeen::aaaa)
                        .flatMap(answer -> answer.failure().stream())
                        .map(Enum::name)
                        .findFirst();
        if (with.size() < ENOUGH && doubt.isPresent()) {
            return List.of(part(zone, "NS AAAA", doubt.get()));
        }
        return List.of(Finding.of(nameServerCode(with.size()), zone, "servers", joined(with)));
    }

    private static FindingCode nameServerCode(int withIpv6) {
        if (withIpv6 >= ENOUGH) {
            return IPV6_TWO_NAME_SERVERS;
        }
        return withIpv6 == 1 ? IPV6_ONE_NAME_SERVER : IPV6_NO_NAME_SERVER;
    }

    private static List<Finding> mailHosts(String domain, MxObservation mx) {
        List<MxHost> hosts = mx.hosts().stream().filter(Ipv6Check::mayLive).toList();
        List<String> without =
                names(hosts.stream().filter(h -> h.aaaa() instanceof DnsAnswer.Absent));
        List<String> with = names(hosts.stream().filter(h -> h.aaaa() instanceof DnsAnswer.Found));
        Optional<String> doubt =
                Stream.concat(Stream.of(mx.mx()), hosts.stream().map(MxHost::aaaa))
                        .flatMap(answer -> answer.failure().stream())
                        .map(Enum::name)
                        .findFirst();
        if (doubt.isPresent() && (with.isEmpty() || without.isEmpty())) {
            return List.of(part(domain, "MX AAAA", doubt.get()));
        }
        if (hosts.isEmpty()) {
            return List.of();
        }
        if (with.isEmpty()) {
            return List.of(Finding.of(IPV6_NO_MX, domain));
        }
        return List.of(
                without.isEmpty()
                        ? Finding.of(IPV6_EVERY_MX, domain, "hosts", joined(with))
                        : Finding.of(IPV6_SOME_MX, domain, "hosts", joined(without)));
    }

    /** A host without any address is the matter of the check "mx". */
    private static boolean mayLive(MxHost host) {
        return !host.addresses().isEmpty() || host.a().failed() || host.aaaa().failed();
    }

    private static List<String> names(Stream<MxHost> hosts) {
        return hosts.map(MxHost::name).toList();
    }

    private static List<Finding> reach(Judgement judgement, MxObservation mx) {
        return Ipv6Reach.of(judgement, mx).stream()
                .map(reach ->
                        switch (reach) {
                            case Ipv6Reach.Answers(var host, var address) ->
                                    Finding.of(IPV6_MX_ANSWERS, address, "host", host);
                            case Ipv6Reach.Dead(var host, var address) ->
                                    Finding.of(IPV6_MX_DEAD, address, "host", host);
                            case Ipv6Reach.NotKnown(var host, var address, var reason) ->
                                    Finding.of(
                                            IPV6_MX_REACH_NOT_KNOWN,
                                            address,
                                            "host",
                                            host,
                                            "reason",
                                            reason);
                        })
                .toList();
    }

    /** Zones other than the domain's own, which has its own item. */
    private static List<Finding> mailHostZones(ZoneObservation own, Ipv6Observation seen) {
        return seen.mailHostZones().stream()
                .filter(zone -> !Optional.of(zone.zone()).equals(own.zone()))
                .flatMap(zone -> mailHostZone(zone).stream())
                .toList();
    }

    private static Optional<Finding> mailHostZone(MailHostZone zone) {
        String name = zone.zone().text();
        String hosts = joined(zone.hosts());
        boolean any =
                zone.servers().stream()
                        .anyMatch(server -> server.aaaa() instanceof DnsAnswer.Found);
        if (any) {
            return Optional.of(Finding.of(IPV6_MX_NAME_SERVERS, name, "hosts", hosts));
        }
        Optional<String> doubt =
                Stream.concat(
                                Stream.of(zone.nameServers()),
                                zone.servers().stream().map(Ipv6Observation.ServerIpv6::aaaa))
                        .flatMap(answer -> answer.failure().stream())
                        .map(Enum::name)
                        .findFirst();
        if (doubt.isPresent()) {
            return Optional.of(part(name, "NS AAAA", doubt.get()));
        }
        return zone.servers().isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(IPV6_NO_MX_NAME_SERVER, name, "hosts", hosts));
    }

    private static Finding part(String subject, String part, String reason) {
        return Finding.of(IPV6_PART_NOT_KNOWN, subject, "part", part, "reason", reason);
    }

    private static String joined(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
