package dev.mailcheck.check;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.OwnServersDns;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.dns.WithDns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.NoNetwork;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.DaneProbe;
import dev.mailcheck.probe.DmarcProbe;
import dev.mailcheck.probe.DnssecProbe;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Ipv6Probe;
import dev.mailcheck.probe.MxProbe;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.ReverseDnsProbe;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.ZoneProbe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A domain in a small DNS, looked at by the probes that ask nothing but the DNS, and judged. */
final class Scenario {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    private final Judgement judgement;

    private Scenario(Judgement judgement) {
        this.judgement = judgement;
    }

    /** In a zone file, without network. */
    static Scenario inZoneFile(String domain, Map<String, ? extends Map<String, ?>> zone) {
        return of(domain, ZoneDns.of(zone), false);
    }

    /** The same, as if this record were published. */
    static Scenario inZoneFile(
            String domain, Map<String, ? extends Map<String, ?>> zone, ProposedRecord record) {
        return of(domain, new WithDns(ZoneDns.of(zone), List.of(whatIf(record))), false);
    }

    /** The proposed record as {@code --with} takes it. */
    static WhatIf whatIf(ProposedRecord record) {
        return WhatIf.parse(record.name() + " " + record.type() + " " + record.value())
                .orElseThrow();
    }

    /** With name servers that can be asked; mail servers cannot. */
    static Scenario online(String domain, Dns resolver) {
        return of(domain, resolver, true);
    }

    private static Scenario of(String domain, Dns dns, boolean network) {
        Target target = new Target(Domain.parse(domain).orElseThrow(), options(network));
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Dns judged =
                    network ? new OwnServersDns(dns, target.domain(), executor, deadline) : dns;
            Doors doors =
                    new Doors(
                            judged,
                            NoNetwork.withoutIpv6(),
                            List::of,
                            deadline,
                            CLOCK,
                            new Random(1),
                            executor);
            return new Scenario(new Judgement(target, observe(target, doors), CLOCK.instant()));
        }
    }

    private static Observations observe(Target target, Doors doors) {
        List<Observation> seen = new ArrayList<>();
        String why = target.options().network() ? "SWITCHED_OFF" : "NO_NETWORK";
        seen.add(new SmtpObservation(Optional.of(why), List.of()));
        for (Probe<?> probe :
                List.of(
                        new MxProbe(),
                        new DnssecProbe(),
                        new DaneProbe(),
                        new ZoneProbe(),
                        new ReverseDnsProbe(),
                        new Ipv6Probe(),
                        new DmarcProbe())) {
            seen.add(probe.observe(target, new Observations(seen), doors));
        }
        return new Observations(seen);
    }

    private static CheckOptions options(boolean network) {
        CheckOptions d = CheckOptions.DEFAULT;
        return new CheckOptions(
                d.selectors(),
                d.smtp(),
                d.smtpPort(),
                d.ehlo(),
                d.probeDomain(),
                d.relayProbe(),
                d.egressControl(),
                d.dnsbl(),
                d.uribl(),
                network,
                d.lab());
    }

    Judgement judgement() {
        return judgement;
    }

    CheckResult result(Check check) {
        return Checks.judge(check, judgement);
    }

    /** The names of all codes found, each once, in order of the table. */
    List<String> codes(Check check) {
        return result(check).findings().stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
    }
}
