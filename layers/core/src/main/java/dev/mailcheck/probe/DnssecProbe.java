package dev.mailcheck.probe;

import static dev.mailcheck.probe.ValidatedName.Use.DOMAIN;
import static dev.mailcheck.probe.ValidatedName.Use.MTA_STS;
import static dev.mailcheck.probe.ValidatedName.Use.MX_HOST;
import static dev.mailcheck.probe.ValidatedName.Use.TLSA;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.Security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Validates what senders and receivers of the domain's mail ask of the DNS (RFC 4035, section 5).
 * It needs no other observation, so that validation begins with the check: what it asks, others ask
 * too, and each question goes out once. It asks no mail host anything.
 */
public final class DnssecProbe implements Probe<DnssecObservation> {
    /** Beyond these, a mail host's zone adds names to the report but no fact. */
    private static final int MAX_ZONES = 5;

    @Override
    public Class<DnssecObservation> observes() {
        return DnssecObservation.class;
    }

    @Override
    public DnssecObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        DnsName domain = target.domain().dnsName();
        Lookup mx = dns.ask(domain, RecordType.MX);
        List<Validating> names = new ArrayList<>(ofDomain(dns, domain));
        Map<DnsName, ZoneCut> cuts = new LinkedHashMap<>();
        cuts.put(domain, ZoneCut.begin(dns, domain));
        for (DnsName host : hosts(domain, mx)) {
            names.addAll(ofHost(dns, host));
            cuts.computeIfAbsent(host, name -> ZoneCut.begin(dns, name));
        }
        List<Supplier<SignedZone>> zones = zones(dns, domain, cuts);
        return new DnssecObservation(
                names.stream().map(Validating::end).toList(),
                zones.stream().map(Supplier::get).toList());
    }

    private static List<Validating> ofDomain(Dns dns, DnsName domain) {
        List<Validating> names = new ArrayList<>();
        names.add(Validating.begin(dns, DOMAIN, domain, RecordType.SOA));
        names.add(Validating.begin(dns, DOMAIN, domain, RecordType.MX));
        names.add(Validating.begin(dns, DOMAIN, domain, RecordType.TXT));
        below(dns, names, DOMAIN, domain, "_dmarc", RecordType.TXT);
        below(dns, names, MTA_STS, domain, "_mta-sts", RecordType.TXT);
        below(dns, names, MTA_STS, domain, "mta-sts", RecordType.A);
        below(dns, names, MTA_STS, domain, "mta-sts", RecordType.AAAA);
        return names;
    }

    private static List<DnsName> hosts(DnsName domain, Lookup mx) {
        return MxProbe.named(domain, mx.answer()).stream()
                .limit(MxHosts.MAX_HOSTS)
                .flatMap(record -> record.host().stream())
                .toList();
    }

    private static List<Validating> ofHost(Dns dns, DnsName host) {
        List<Validating> names = new ArrayList<>();
        names.add(Validating.begin(dns, MX_HOST, host, RecordType.A));
        names.add(Validating.begin(dns, MX_HOST, host, RecordType.AAAA));
        below(dns, names, TLSA, host, DaneProbe.LABELS, RecordType.TLSA);
        return names;
    }

    private static void below(
            Dns dns,
            List<Validating> names,
            ValidatedName.Use use,
            DnsName name,
            String labels,
            RecordType type) {
        name.under(labels).ifPresent(at -> names.add(Validating.begin(dns, use, at, type)));
    }

    private static List<Supplier<SignedZone>> zones(
            Dns dns, DnsName domain, Map<DnsName, ZoneCut> cuts) {
        Map<DnsName, Supplier<SignedZone>> zones = new LinkedHashMap<>();
        cuts.forEach((name, cut) -> {
            boolean ofDomain = name.equals(domain);
            Optional<DnsName> zone = cut.zone().or(() -> Optional.of(name).filter(n -> ofDomain));
            if (zones.size() < MAX_ZONES) {
                zone.ifPresent(apex -> zones.computeIfAbsent(apex, z -> zone(dns, z, ofDomain)));
            }
        });
        return List.copyOf(zones.values());
    }

    private static Supplier<SignedZone> zone(Dns dns, DnsName zone, boolean ofDomain) {
        Lookup ds = dns.ask(zone, RecordType.DS);
        Supplier<Security> dsSecurity = dns.security(zone, RecordType.DS);
        Lookup keys = dns.ask(zone, RecordType.DNSKEY);
        Supplier<Security> keysSecurity = dns.security(zone, RecordType.DNSKEY);
        Lookup parameters = dns.ask(zone, RecordType.NSEC3PARAM);
        Supplier<Security> parametersSecurity = dns.security(zone, RecordType.NSEC3PARAM);
        return () ->
                new SignedZone(
                        zone,
                        ofDomain,
                        ds.answer(),
                        dsSecurity.get(),
                        keys.answer(),
                        keysSecurity.get(),
                        parameters.answer(),
                        parametersSecurity.get());
    }
}
