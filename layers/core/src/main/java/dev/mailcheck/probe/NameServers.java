package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.NameServerSeen.AddressSeen;
import dev.mailcheck.probe.NameServerSeen.NotAsked;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks name servers themselves, all at once. */
final class NameServers {
    private static final int MAX_ADDRESSES = 2;

    private final Target target;
    private final Doors doors;
    private final DnsName zone;
    private final Predicate<DnsName> delegated;
    private final Predicate<DnsName> listed;

    NameServers(
            Target target,
            Doors doors,
            DnsName zone,
            Predicate<DnsName> delegated,
            Predicate<DnsName> listed) {
        this.target = target;
        this.doors = doors;
        this.zone = zone;
        this.delegated = delegated;
        this.listed = listed;
    }

    /** A name server whose addresses are on their way. */
    private record Looked(DnsName name, Lookup a, Lookup aaaa) {}

    List<NameServerSeen> see(List<DnsName> names) {
        Dns dns = doors.dns();
        List<Looked> looked =
                names.stream()
                        .map(name ->
                                new Looked(
                                        name,
                                        dns.ask(name, RecordType.A),
                                        dns.ask(name, RecordType.AAAA)))
                        .toList();
        List<Supplier<NameServerSeen>> asked = looked.stream().map(this::ask).toList();
        return asked.stream().map(Supplier::get).toList();
    }

    private Supplier<NameServerSeen> ask(Looked server) {
        DnsAnswer a = server.a().answer();
        DnsAnswer aaaa = server.aaaa().answer();
        List<NotAsked> notAsked = new ArrayList<>();
        List<InetAddress> open =
                Stream.concat(a.data().stream(), aaaa.data().stream())
                        .distinct()
                        .flatMap(text -> IpLiteral.parse(text).stream())
                        .filter(address -> isOpen(address, notAsked))
                        .toList();
        List<InetAddress> chosen = choose(open);
        open.stream()
                .filter(address -> !chosen.contains(address))
                .forEach(address -> notAsked.add(new NotAsked(IpLiteral.text(address), "LIMIT")));
        List<Supplier<AddressSeen>> answers = new ArrayList<>();
        for (InetAddress address : chosen) {
            answers.add(ask(address, answers.isEmpty()));
        }
        return () ->
                new NameServerSeen(
                        server.name(),
                        delegated.test(server.name()),
                        listed.test(server.name()),
                        a,
                        aaaa,
                        answers.stream().map(Supplier::get).toList(),
                        notAsked);
    }

    private boolean isOpen(InetAddress address, List<NotAsked> notAsked) {
        Optional<String> obstacle = obstacle(address);
        obstacle.ifPresent(reason -> notAsked.add(new NotAsked(IpLiteral.text(address), reason)));
        return obstacle.isEmpty();
    }

    private Optional<String> obstacle(InetAddress address) {
        if (!new Publicness(target, doors).test(address)) {
            return Optional.of("NOT_PUBLIC");
        }
        if (!target.options().network()) {
            return Optional.of("NO_NETWORK");
        }
        boolean v6 = !(address instanceof Inet4Address);
        return v6 && !doors.network().hasIpv6() ? Optional.of("NO_IPV6_HERE") : Optional.empty();
    }

    /** One of each family, or two of a kind. */
    private static List<InetAddress> choose(List<InetAddress> open) {
        Stream<InetAddress> firstV4 = open.stream().filter(Inet4Address.class::isInstance).limit(1);
        Stream<InetAddress> others = open.stream().filter(a -> !(a instanceof Inet4Address));
        return Stream.of(firstV4, others, open.stream())
                .flatMap(addresses -> addresses)
                .distinct()
                .limit(MAX_ADDRESSES)
                .toList();
    }

    private Supplier<AddressSeen> ask(InetAddress address, boolean first) {
        DnsName domain = target.domain().dnsName();
        Supplier<ServerAnswer> soa = doors.dns().askServer(address, zone, RecordType.SOA);
        Supplier<Optional<ServerAnswer>> mx = ask(address, domain, RecordType.MX, first);
        Supplier<Optional<ServerAnswer>> txt = ask(address, domain, RecordType.TXT, first);
        Supplier<Optional<ServerAnswer>> ns = ask(address, zone, RecordType.NS, first);
        return () ->
                new AddressSeen(IpLiteral.text(address), soa.get(), mx.get(), txt.get(), ns.get());
    }

    private Supplier<Optional<ServerAnswer>> ask(
            InetAddress address, DnsName name, RecordType type, boolean first) {
        if (!first) {
            return Optional::empty;
        }
        Supplier<ServerAnswer> asked = doors.dns().askServer(address, name, type);
        return () -> Optional.of(asked.get());
    }
}
