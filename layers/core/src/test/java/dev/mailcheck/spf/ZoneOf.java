package dev.mailcheck.spf;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.dns.ZoneDns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A zone put together in a test, which counts the questions it is asked. */
final class ZoneOf implements Dns {
    private final Map<String, Map<String, Object>> names = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private Optional<Dns> read = Optional.empty();

    /** A domain with this TXT record and no more. */
    static ZoneOf txt(String name, String... records) {
        return new ZoneOf().and(name, "TXT", (Object[]) records);
    }

    /** A zone in the format of {@code --zone}. */
    @SuppressWarnings("unchecked")
    static ZoneOf all(Map<String, Object> names) {
        ZoneOf zone = new ZoneOf();
        names.forEach((name, types) -> zone.names.put(name, (Map<String, Object>) types));
        return zone;
    }

    /** Another type at a name, in place of what stands there. */
    ZoneOf and(String name, String type, Object... entries) {
        names.computeIfAbsent(name, any -> new TreeMap<>()).put(type, List.of(entries));
        read = Optional.empty();
        return this;
    }

    /** Each question in its order, as "NAME TYPE". */
    List<String> asked() {
        return asked;
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        asked.add(name + " " + type);
        return zone().ask(name, type);
    }

    private Dns zone() {
        Dns zone = read.orElseGet(() -> ZoneDns.of(names));
        read = Optional.of(zone);
        return zone;
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        return zone().askServer(server, name, type);
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        return zone().security(name, type);
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        return zone().resolverKind(name);
    }
}
