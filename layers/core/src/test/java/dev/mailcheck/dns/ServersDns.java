package dev.mailcheck.dns;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A resolver that shows one zone file, and name servers each with a word of its own. */
public final class ServersDns implements Dns {
    /** How a name server answers. */
    @FunctionalInterface
    public interface Server {
        ServerAnswer answer(DnsName name, RecordType type);
    }

    private final Dns resolver;
    private final Map<String, Server> servers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private ServersDns(Dns resolver) {
        this.resolver = resolver;
    }

    public static ServersDns resolver(Map<String, ? extends Map<String, ?>> zone) {
        return new ServersDns(ZoneDns.of(zone));
    }

    public ServersDns server(String address, Server server) {
        servers.put(address, server);
        return this;
    }

    /** Speaks for the names at and below the apex. */
    public static Server holds(String apex, Map<String, ? extends Map<String, ?>> zone) {
        ZoneDns records = ZoneDns.of(zone);
        return (name, type) ->
                DnsName.of(apex).contains(name)
                        ? ServerAnswer.of(records.get(name, type), true, true)
                        : failed(DnsFailure.REFUSED);
    }

    /** The same, without EDNS. */
    public static Server withoutEdns(Server server) {
        return (name, type) -> {
            ServerAnswer said = server.answer(name, type);
            return ServerAnswer.of(said.answer(), said.authoritative(), false);
        };
    }

    /** Holds the zone above, and delegates the zone below it. */
    public static Server delegates(String above, String below, Map<String, List<String>> glue) {
        List<DnsName> names = glue.keySet().stream().sorted().map(DnsName::of).toList();
        List<DnsRecord> records =
                glue.entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream()
                                        .map(ip -> glue(DnsName.of(entry.getKey()), ip)))
                        .sorted(Comparator.comparing(DnsRecord::data))
                        .toList();
        Referral referral = new Referral(DnsName.of(below), names, records);
        return (name, type) -> {
            DnsAnswer none = new DnsAnswer.Absent(true, List.of());
            return DnsName.of(below).contains(name)
                    ? new ServerAnswer(none, false, true, Optional.of(referral))
                    : ServerAnswer.of(none, DnsName.of(above).contains(name), true);
        };
    }

    private static DnsRecord glue(DnsName owner, String address) {
        RecordType type = address.contains(":") ? RecordType.AAAA : RecordType.A;
        return new DnsRecord(owner, type, 3600, address);
    }

    public static Server fails(DnsFailure reason) {
        return (name, type) -> failed(reason);
    }

    /** Answers as a resolver would: without authority. */
    public static Server lame() {
        return (name, type) -> ServerAnswer.of(new DnsAnswer.Absent(true, List.of()), false, true);
    }

    private static ServerAnswer failed(DnsFailure reason) {
        return ServerAnswer.of(new DnsAnswer.Failed(reason, "test"), false, false);
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        return resolver.ask(name, type);
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        String address = IpLiteral.text(server);
        synchronized (asked) {
            asked.add(address + " " + name + " " + type);
        }
        Server answering = servers.getOrDefault(address, fails(DnsFailure.TIMEOUT));
        return () -> answering.answer(name, type);
    }

    /** All questions to name servers, as "192.0.2.1 example.com MX", in order. */
    public List<String> asked() {
        synchronized (asked) {
            return asked.stream().sorted().toList();
        }
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        return resolver.security(name, type);
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        return resolver.resolverKind(name);
    }
}
