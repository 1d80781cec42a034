package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.probe.Ipv6Observation.MailHostZone;
import dev.mailcheck.probe.Ipv6Observation.ServerIpv6;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Looks up the name servers of the mail hosts' zones and their IPv6 addresses. */
public final class Ipv6Probe implements Probe<Ipv6Observation> {
    private static final int MAX_ZONES = 4;
    private static final int MAX_SERVERS = 4;

    @Override
    public Class<Ipv6Observation> observes() {
        return Ipv6Observation.class;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class);
    }

    @Override
    public Ipv6Observation observe(Target target, Observations before, Doors doors) {
        Map<DnsName, List<String>> zones =
                zones(doors.dns(), before.get(MxObservation.class).hosts());
        Map<DnsName, Lookup> asked = new LinkedHashMap<>();
        zones.keySet().stream()
                .limit(MAX_ZONES)
                .forEach(zone -> asked.put(zone, doors.dns().ask(zone, RecordType.NS)));
        List<Supplier<MailHostZone>> seen = new ArrayList<>();
        asked.forEach((zone, servers) ->
                seen.add(
                        servers(
                                doors.dns(),
                                zone,
                                zones.getOrDefault(zone, List.of()),
                                servers.answer())));
        return new Ipv6Observation(seen.stream().map(Supplier::get).toList());
    }

    private static Map<DnsName, List<String>> zones(Dns dns, List<MxHost> hosts) {
        Map<DnsName, ZoneCut> cuts = new LinkedHashMap<>();
        hosts.stream()
                .filter(host -> !host.literal())
                .flatMap(host -> DnsName.parse(host.name()).stream())
                .forEach(name -> cuts.put(name, ZoneCut.begin(dns, name)));
        Map<DnsName, List<String>> zones = new TreeMap<>();
        cuts.forEach((host, cut) ->
                cut.zone()
                        .ifPresent(zone ->
                                zones.computeIfAbsent(zone, none -> new ArrayList<>())
                                        .add(host.text())));
        return zones;
    }

    private static Supplier<MailHostZone> servers(
            Dns dns, DnsName zone, List<String> hosts, DnsAnswer nameServers) {
        Map<String, Lookup> asked = new TreeMap<>();
        nameServers.data().stream()
                .sorted()
                .limit(MAX_SERVERS)
                .forEach(name -> asked.put(name, aaaa(dns, DnsName.parse(name))));
        return () -> {
            List<ServerIpv6> servers = new ArrayList<>();
            asked.forEach((name, lookup) -> servers.add(new ServerIpv6(name, lookup.answer())));
            return new MailHostZone(zone, hosts, nameServers, servers);
        };
    }

    private static Lookup aaaa(Dns dns, Optional<DnsName> name) {
        return Question.ask(dns, name, RecordType.AAAA);
    }
}
