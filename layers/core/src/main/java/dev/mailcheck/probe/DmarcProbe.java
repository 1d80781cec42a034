package dev.mailcheck.probe;

import dev.mailcheck.dmarc.DmarcRecord;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.ReportDestination;
import dev.mailcheck.dmarc.ReportUri;
import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.List;
import java.util.stream.Stream;

/** Walks the tree for the domain, then asks whether the hosts it names take its reports. */
public final class DmarcProbe implements Probe<DmarcObservation> {
    /** Reporters need not serve more than two; each costs about six questions. */
    private static final int MAX_DESTINATIONS = 6;

    @Override
    public Class<DmarcObservation> observes() {
        return DmarcObservation.class;
    }

    @Override
    public DmarcObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        DnsName domain = target.domain().dnsName();
        Lookup atDomain = dns.ask(domain, RecordType.TXT);
        TreeWalk walk = TreeWalk.ask(dns, domain);
        PolicyDiscovery discovery = PolicyDiscovery.of(walk, atDomain.answer());
        return new DmarcObservation(walk, atDomain.answer(), destinations(dns, discovery));
    }

    private static List<ReportDestination> destinations(Dns dns, PolicyDiscovery discovery) {
        return switch (discovery) {
            case PolicyDiscovery.Found found when !found.isOfPublicSuffix() ->
                    destinations(dns, found.policyDomain(), found.record());
            case PolicyDiscovery.Found found -> List.of();
            case PolicyDiscovery.Unusable unusable -> List.of();
            case PolicyDiscovery.None none -> List.of();
            case PolicyDiscovery.NotKnown unknown -> List.of();
        };
    }

    private static List<ReportDestination> destinations(
            Dns dns, DnsName policyDomain, DmarcRecord record) {
        List<Pending> pending =
                Stream.concat(record.rua().stream(), record.ruf().stream())
                        .filter(ReportUri::isMailto)
                        .flatMap(uri -> uri.destination().stream())
                        .distinct()
                        .limit(MAX_DESTINATIONS)
                        .map(destination -> Pending.ask(dns, policyDomain, destination))
                        .toList();
        return pending.stream().map(question -> question.answer(dns)).toList();
    }

    /** The first questions about a destination, under way. */
    private record Pending(
            Domain destination, String name, Lookup authorisation, Lookup mx, List<Lookup> walk) {
        static Pending ask(Dns dns, DnsName policyDomain, Domain destination) {
            String name = policyDomain.text() + "._report._dmarc." + destination;
            Lookup authorisation =
                    DnsName.parse(name)
                            .map(n -> dns.ask(n, RecordType.TXT))
                            .orElse(() -> new DnsAnswer.Absent(false, List.of()));
            Lookup mx = dns.ask(destination.dnsName(), RecordType.MX);
            return new Pending(
                    destination,
                    name,
                    authorisation,
                    mx,
                    TreeWalk.begin(dns, destination.dnsName()));
        }

        ReportDestination answer(Dns dns) {
            DnsAnswer mail = mx.answer();
            List<Lookup> addresses =
                    mail instanceof DnsAnswer.Absent
                            ? Stream.of(RecordType.A, RecordType.AAAA)
                                    .map(type -> dns.ask(destination.dnsName(), type))
                                    .toList()
                            : List.of();
            return new ReportDestination(
                    destination,
                    TreeWalk.finish(destination.dnsName(), walk),
                    name,
                    authorisation.answer(),
                    mail,
                    addresses.stream().map(Lookup::answer).toList());
        }
    }
}
