package dev.mailcheck.world.dns;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which zones each name server address serves: those whose NS records lead there. */
final class ServedAddresses {
    private final Catalogue catalogue;
    private final Map<InetAddress, Nameserver> stated;
    private final Instant now;
    private @Nullable Map<InetAddress, Map<Name, ServedZone>> zones;

    ServedAddresses(Catalogue catalogue, Map<InetAddress, Nameserver> stated, Instant now) {
        this.catalogue = catalogue;
        this.stated = Map.copyOf(stated);
        this.now = now;
    }

    boolean serves(InetAddress address) {
        return stated.containsKey(address) || zones().containsKey(address);
    }

    List<DnsRule> rulesAt(InetAddress address) {
        return stated.getOrDefault(address, Nameserver.sound()).rules();
    }

    Map<Name, ServedZone> zonesAt(InetAddress address) {
        Map<Name, ServedZone> here = new HashMap<>(zones().getOrDefault(address, Map.of()));
        for (Zone other : stated.getOrDefault(address, Nameserver.sound()).zones()) {
            here.put(Names.absolute(other.origin()), new ServedZone(other, now));
        }
        return here;
    }

    private synchronized Map<InetAddress, Map<Name, ServedZone>> zones() {
        if (zones == null) {
            Map<InetAddress, Map<Name, ServedZone>> found = new HashMap<>();
            catalogue.zones().values().forEach(zone -> collect(zone, found));
            zones = found;
        }
        return zones;
    }

    private void collect(ServedZone zone, Map<InetAddress, Map<Name, ServedZone>> found) {
        zone.content().rrset(zone.origin(), Type.NS).orElseThrow().rrs(false).stream()
                .map(ns -> ((NSRecord) ns).getTarget())
                .flatMap(this::addresses)
                .forEach(address ->
                        found.computeIfAbsent(address, a -> new HashMap<>())
                                .put(zone.origin(), zone));
    }

    private Stream<InetAddress> addresses(Name host) {
        return Stream.of(Type.A, Type.AAAA)
                .flatMap(type -> catalogue.find(host, type).stream())
                .flatMap(rrset -> rrset.rrs(false).stream())
                .map(ServedAddresses::address);
    }

    private static InetAddress address(Record record) {
        return switch (record) {
            case ARecord a -> a.getAddress();
            case AAAARecord aaaa -> aaaa.getAddress();
            default -> throw new IllegalStateException("not an address: " + record);
        };
    }
}
