package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.TlsaLookup.TlsaServer;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a zone's own servers where the resolver got no answer to a question for TLSA records: some
 * servers answer all questions but those of types they do not know (RFC 7672, section 2.1.2).
 */
final class TlsaServers {
    private static final int MAX_SERVERS = 4;

    private final Dns dns;
    private final DnsName base;
    private final DnsName name;

    TlsaServers(Dns dns, DnsName base, DnsName name) {
        this.dns = dns;
        this.base = base;
        this.name = name;
    }

    /** None where the zone or its servers are not known. */
    List<TlsaServer> ask() {
        Optional<DnsName> zone = ZoneCut.begin(dns, base).zone();
        List<Supplier<Optional<TlsaServer>>> asked =
                zone.stream()
                        .flatMap(apex -> servers(apex).stream().map(server -> ask(apex, server)))
                        .toList();
        return asked.stream().flatMap(server -> server.get().stream()).toList();
    }

    private List<DnsName> servers(DnsName zone) {
        return dns.get(zone, RecordType.NS).data().stream()
                .flatMap(text -> DnsName.parse(text).stream())
                .sorted()
                .limit(MAX_SERVERS)
                .toList();
    }

    private Supplier<Optional<TlsaServer>> ask(DnsName zone, DnsName server) {
        DnsAnswer addresses = dns.get(server, RecordType.A);
        Optional<InetAddress> address =
                addresses.data().stream().findFirst().flatMap(IpLiteral::parse);
        if (address.isEmpty()) {
            return Optional::empty;
        }
        Supplier<ServerAnswer> tlsa = dns.askServer(address.get(), name, RecordType.TLSA);
        Supplier<ServerAnswer> soa = dns.askServer(address.get(), zone, RecordType.SOA);
        return () -> Optional.of(new TlsaServer(server, tlsa.get().answer(), soa.get().answer()));
    }
}
