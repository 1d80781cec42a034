package dev.mailcheck.check;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.dns.WithDns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Dial;
import dev.mailcheck.net.Network;
import dev.mailcheck.probe.BimiProbe;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.DkimProbe;
import dev.mailcheck.probe.DmarcProbe;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.TlsRptProbe;

import io.avaje.jsonb.Jsonb;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a small zone by the checks that need the DNS only. What was observed goes through JSON
 * first, as it does when it is recorded.
 */
final class PolicyLab {
    static final String DOMAIN = "example.com";
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private PolicyLab() {}

    /**
     * A zone of lines {@code NAME TYPE DATA}; {@code NAME TIMEOUT TYPE} for a type that gets no
     * answer.
     */
    static Dns zone(String lines) {
        Map<String, Map<String, List<String>>> names = new HashMap<>();
        lines.lines()
                .map(line -> line.strip().split("\\s+", 3))
                .filter(part -> part.length == 3)
                .forEach(part ->
                        names.computeIfAbsent(part[0], name -> new HashMap<>())
                                .computeIfAbsent(part[1], type -> new ArrayList<>())
                                .add(part[2]));
        return ZoneDns.of(names);
    }

    static CheckResult judge(Check check, Dns dns, String domain, String... selectors) {
        Target target = new Target(new Domain(domain), options(selectors));
        Observations seen = new Observations(observe(target, dns));
        Jsonb jsonb = Jsonb.instance();
        Observations read = jsonb.type(Observations.class).fromJson(jsonb.toJson(seen));
        CheckResult result = Checks.judge(check, new Judgement(target, read, NOW));
        jsonb.toJson(result.evidence());
        return result;
    }

    /**
     * Codes and subjects that are not the domain itself, sorted: "DKIM_KEY_VALID s1._domainkey".
     */
    static List<String> codes(CheckResult result, String domain) {
        return result.findings().stream().map(f -> code(f, domain)).sorted().toList();
    }

    private static String code(Finding finding, String domain) {
        String subject = finding.subject().replace("." + domain, "");
        return subject.equals(domain) ? finding.code().name() : finding.code() + " " + subject;
    }

    /** The zone as it would be with the record that a finding proposes. */
    static Dns with(Dns dns, ProposedRecord record) {
        DnsName name = DnsName.of(record.name());
        return new WithDns(
                dns, List.of(new WhatIf(name, RecordType.valueOf(record.type()), record.value())));
    }

    /** What the proposals are, "CODE: record". */
    static List<String> proposals(CheckResult result) {
        return result.findings().stream()
                .flatMap(f -> f.record().map(r -> f.code() + ": " + r.value()).stream())
                .collect(Collectors.toList());
    }

    private static List<Observation> observe(Target target, Dns dns) {
        Observations none = new Observations(List.of());
        try (var executor = Executors.newSingleThreadExecutor()) {
            Doors doors =
                    new Doors(
                            dns,
                            NO_NETWORK,
                            List::of,
                            Deadline.in(Duration.ofSeconds(60)),
                            Clock.fixed(NOW, ZoneOffset.UTC),
                            new Random(1),
                            executor);
            return Stream.of(new BimiProbe(), new DkimProbe(), new DmarcProbe(), new TlsRptProbe())
                    .<Observation>map(probe -> probe.observe(target, none, doors))
                    .toList();
        }
    }

    private static CheckOptions options(String... selectors) {
        CheckOptions o = CheckOptions.DEFAULT;
        return new CheckOptions(
                List.of(selectors),
                o.smtp(),
                o.smtpPort(),
                o.ehlo(),
                o.probeDomain(),
                o.relayProbe(),
                o.egressControl(),
                o.dnsbl(),
                o.uribl(),
                o.network(),
                o.lab());
    }

    private static final Network NO_NETWORK =
            new Network() {
                @Override
                public Dial connect(InetAddress address, int port, Deadline deadline) {
                    return new Dial.NotConnected(ConnectFailure.UNREACHABLE);
                }

                @Override
                public boolean permits(InetAddress address) {
                    return false;
                }

                @Override
                public boolean hasIpv6() {
                    return false;
                }
            };
}
