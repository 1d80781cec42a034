package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All zones of a world, delegated to each other from the root down. */
final class Catalogue {
    private final Map<Name, ServedZone> zones = new TreeMap<>();

    private Catalogue() {}

    /** Makes the missing root and top domains, and delegates each zone from the one above it. */
    static Catalogue of(Collection<Zone> stated, Instant now) {
        Map<Name, Zone> all = new HashMap<>();
        stated.forEach(zone -> all.put(Names.absolute(zone.origin()), zone));
        for (Name origin : List.copyOf(all.keySet())) {
            all.computeIfAbsent(Name.root, Catalogue::infrastructure);
            if (!origin.equals(Name.root)) {
                all.computeIfAbsent(Names.withLabels(origin, 2), Catalogue::infrastructure);
            }
        }
        Catalogue catalogue = new Catalogue();
        all.forEach((origin, zone) -> catalogue.zones.put(origin, new ServedZone(zone, now)));
        catalogue.zones.values().forEach(catalogue::delegate);
        return catalogue;
    }

    private static Zone infrastructure(Name origin) {
        return Zone.signed(Names.text(origin), "");
    }

    private void delegate(ServedZone child) {
        if (child.origin().equals(Name.root)) {
            return;
        }
        ServedZone parent = zoneFor(child.origin(), Type.DS);
        if (parent.content().rrset(child.origin(), Type.NS).isEmpty()) {
            Delegation.copy(child, parent);
        }
        if (child.wantsDs() && parent.content().rrset(child.origin(), Type.DS).isEmpty()) {
            parent.delegateSigned(child);
        }
    }

    Map<Name, ServedZone> zones() {
        return zones;
    }

    /** Returns the zone that is authoritative for the name; DS belongs to the parent's side. */
    ServedZone zoneFor(Name name, int type) {
        return enclosing(zones, name, type).orElseThrow();
    }

    static Optional<ServedZone> enclosing(Map<Name, ServedZone> zones, Name name, int type) {
        boolean parentSide = type == Type.DS && !name.equals(Name.root);
        Name from = parentSide ? Names.parent(name) : name;
        for (int labels = from.labels(); labels > 0; labels--) {
            ServedZone zone = zones.get(Names.withLabels(from, labels));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return parentSide ? Optional.ofNullable(zones.get(name)) : Optional.empty();
    }

    /** Returns the records at a name as the zones hold them, without following aliases. */
    Optional<RRset> find(Name name, int type) {
        return zoneFor(name, type).content().rrset(name, type);
    }
}
