package dev.mailcheck.probe;

import dev.mailcheck.dns.Delegation;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ZoneView;
import dev.mailcheck.probe.ZoneObservation.Wildcard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the domain's zone: where it begins, how it is delegated, and what each of its name
 * servers says itself. Only name servers at public addresses are asked, and none where a zone file
 * stands in for the network.
 */
public final class ZoneProbe implements Probe<ZoneObservation> {
    private static final int MAX_SERVERS = 8;

    @Override
    public Class<ZoneObservation> observes() {
        return ZoneObservation.class;
    }

    @Override
    public ZoneObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        DnsName domain = target.domain().dnsName();
        ZoneCut cut = ZoneCut.begin(dns, domain);
        Lookup mx = dns.ask(domain, RecordType.MX);
        Lookup txt = dns.ask(domain, RecordType.TXT);
        Lookup alias = dns.ask(domain, RecordType.CNAME);
        Supplier<Wildcard> wildcard = wildcard(target, doors);

        ZoneView view = dns.view();
        Optional<DnsName> zone = view.delegation().map(Delegation::zone).or(cut::zone);
        DnsAnswer nameServers = dns.get(zone.orElse(domain), RecordType.NS);
        Set<DnsName> delegated = delegated(view);
        Set<DnsName> listed = listed(nameServers);
        List<DnsName> names =
                Stream.concat(delegated.stream(), listed.stream()).distinct().toList();
        NameServers servers =
                new NameServers(
                        target,
                        doors,
                        zone.orElse(domain),
                        name -> delegated.isEmpty() || delegated.contains(name),
                        name -> listed.isEmpty() || listed.contains(name));
        return new ZoneObservation(
                view,
                zone,
                cut.soa(zone.orElse(domain)),
                nameServers,
                mx.answer(),
                txt.answer(),
                alias.answer(),
                servers.see(names.stream().limit(MAX_SERVERS).toList()),
                names.stream().skip(MAX_SERVERS).toList(),
                wildcard.get());
    }

    private static Set<DnsName> delegated(ZoneView view) {
        return view.delegation().flatMap(Delegation::referral).stream()
                .flatMap(referral -> referral.nameServers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<DnsName> listed(DnsAnswer nameServers) {
        return nameServers.data().stream()
                .flatMap(text -> DnsName.parse(text).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A zone file makes no names of itself, so there the wildcard's own name is asked for. */
    private static Supplier<Wildcard> wildcard(Target target, Doors doors) {
        String label =
                target.options().network()
                        ? "mailcheck-" + Long.toHexString(doors.random().nextLong())
                        : "*";
        Optional<DnsName> name = target.domain().dnsName().under(label);
        Dns dns = doors.dns();
        Lookup mx = Question.ask(dns, name, RecordType.MX);
        Lookup txt = Question.ask(dns, name, RecordType.TXT);
        Lookup a = Question.ask(dns, name, RecordType.A);
        Lookup key =
                Question.ask(dns, target.domain().dnsName().under("*._domainkey"), RecordType.TXT);
        return () -> new Wildcard(name, mx.answer(), txt.answer(), a.answer(), key.answer());
    }
}
