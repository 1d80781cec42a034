package dev.mailcheck.dns;

import dev.mailcheck.dns.Delegation.NameServer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds one address for each of some name servers: IPv4 where there is one. */
final class ServerAddresses {
    private final Dns dns;

    ServerAddresses(Dns dns) {
        this.dns = dns;
    }

    /** Those that have an address, in the same order. */
    List<NameServer> of(List<DnsName> names) {
        return wait(names.stream().map(this::looked));
    }

    /**
     * Those of a referral. What came along is taken where the referring zone is above the server,
     * so it has a right to say; an inside view cannot bend it. The rest is looked up.
     */
    List<NameServer> of(Referral referral, DnsName referringZone, int limit) {
        return wait(
                referral.nameServers().stream()
                        .limit(limit)
                        .map(name ->
                                referringZone.contains(name)
                                        ? given(referral, name)
                                        : looked(name)));
    }

    private static List<NameServer> wait(Stream<Supplier<Optional<NameServer>>> asked) {
        return asked.toList().stream().flatMap(server -> server.get().stream()).toList();
    }

    private Supplier<Optional<NameServer>> given(Referral referral, DnsName name) {
        return first(
                        name,
                        referral.addresses(name, RecordType.A),
                        referral.addresses(name, RecordType.AAAA))
                .<Supplier<Optional<NameServer>>>map(server -> () -> Optional.of(server))
                .orElseGet(() -> looked(name));
    }

    private Supplier<Optional<NameServer>> looked(DnsName name) {
        Lookup a = dns.ask(name, RecordType.A);
        Lookup aaaa = dns.ask(name, RecordType.AAAA);
        return () -> first(name, a.answer().data(), aaaa.answer().data());
    }

    private static Optional<NameServer> first(DnsName name, List<String> v4, List<String> v6) {
        return Stream.concat(v4.stream(), v6.stream())
                .findFirst()
                .map(address -> new NameServer(name, address));
    }
}
