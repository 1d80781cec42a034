package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.https.PageFetch;
import dev.mailcheck.https.PageVisit;
import dev.mailcheck.net.IpLiteral;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks up the MTA-STS record and fetches the policy as senders do (RFC 8461, section 3.3). Names
 * are resolved once, and visited is only an address that the egress guard has let pass. A policy
 * without a record, which no sender looks for, is fetched too: its owner thinks it works.
 */
public final class MtaStsProbe implements Probe<MtaStsObservation> {
    private static final String PATH = "/.well-known/mta-sts.txt";
    private static final int MAX_ADDRESSES = 4;

    @Override
    public Class<MtaStsObservation> observes() {
        return MtaStsObservation.class;
    }

    @Override
    public MtaStsObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        String domain = target.domain().name();
        Optional<DnsName> host = DnsName.parse("mta-sts." + domain);
        Lookup records = Question.ask(dns, DnsName.parse("_mta-sts." + domain), RecordType.TXT);
        Lookup a = Question.ask(dns, host, RecordType.A);
        Lookup aaaa = Question.ask(dns, host, RecordType.AAAA);
        return new Fetching(target, doors, records.answer(), a.answer(), aaaa.answer()).seen();
    }

    /** The part behind the DNS. */
    private record Fetching(
            Target target, Doors doors, DnsAnswer records, DnsAnswer a, DnsAnswer aaaa) {
        MtaStsObservation seen() {
            Optional<String> obstacle = obstacle();
            return new MtaStsObservation(
                    "_mta-sts." + target.domain(),
                    records,
                    host(),
                    a,
                    aaaa,
                    obstacle,
                    obstacle.isPresent() ? List.of() : visits());
        }

        private String host() {
            return "mta-sts." + target.domain();
        }

        private Optional<String> obstacle() {
            if (!target.options().network()) {
                return Optional.of("NO_NETWORK");
            }
            if (records.failed()) {
                return Optional.of("NO_RECORD");
            }
            return addresses().isEmpty() ? Optional.of(whyNoAddress()) : Optional.empty();
        }

        private String whyNoAddress() {
            if (published().findAny().isEmpty()) {
                return Stream.of(a, aaaa)
                        .flatMap(answer -> answer.failure().stream())
                        .map(Enum::name)
                        .findFirst()
                        .orElse("NO_ADDRESS");
            }
            return published().anyMatch(new Publicness(target, doors))
                    ? "NO_IPV6_HERE"
                    : "NOT_PUBLIC";
        }

        private Stream<InetAddress> published() {
            return Stream.of(a, aaaa)
                    .flatMap(answer -> answer.data().stream())
                    .flatMap(text -> IpLiteral.parse(text).stream());
        }

        /** Those that can be visited from here, IPv4 first. */
        private List<InetAddress> addresses() {
            return published()
                    .filter(new Publicness(target, doors))
                    .filter(address -> address instanceof Inet4Address || doors.network().hasIpv6())
                    .distinct()
                    .limit(MAX_ADDRESSES)
                    .toList();
        }

        private List<PageVisit> visits() {
            PageFetch fetch = new PageFetch(doors.network(), doors.trust(), Smtp.deadline(doors));
            List<PageVisit> visits = new ArrayList<>();
            for (InetAddress address : addresses()) {
                visits.add(fetch.get(host(), address, PATH));
                if (visits.getLast().notConnected().isEmpty()) {
                    break;
                }
            }
            return visits;
        }
    }
}
