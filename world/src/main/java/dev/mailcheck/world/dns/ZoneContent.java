package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A zone's records by name and type, in DNSSEC's canonical order (RFC 4034, section 6.1), without
 * what signing adds. It is filled once and only read from then on.
 */
final class ZoneContent {
    private final Name origin;
    private final NavigableMap<Name, NavigableMap<Integer, RRset>> nodes = new TreeMap<>();

    ZoneContent(Name origin) {
        this.origin = origin;
    }

    Name origin() {
        return origin;
    }

    void add(Record record) {
        nodes.computeIfAbsent(record.getName(), name -> new TreeMap<>())
                .computeIfAbsent(record.getType(), type -> new RRset())
                .addRR(record);
    }

    Optional<RRset> rrset(Name name, int type) {
        return Optional.ofNullable(node(name).get(type));
    }

    NavigableMap<Integer, RRset> node(Name name) {
        return nodes.getOrDefault(name, new TreeMap<>());
    }

    NavigableMap<Name, NavigableMap<Integer, RRset>> nodes() {
        return nodes;
    }

    /** Tells whether the name exists, be it only because a longer one does (RFC 8020). */
    boolean exists(Name name) {
        Map.Entry<Name, ?> next = nodes.ceilingEntry(name);
        return next != null && next.getKey().subdomain(name);
    }

    /** Returns the longest existing ancestor of a name in this zone (RFC 4592, section 3.3.1). */
    Name closestEncloser(Name name) {
        Name ancestor = name;
        while (!ancestor.equals(origin) && !exists(ancestor)) {
            ancestor = Names.parent(ancestor);
        }
        return ancestor;
    }

    /** Returns the topmost name at or above the given one where this zone hands over to another. */
    Optional<Name> cutAtOrAbove(Name name) {
        return topmostWith(Type.NS, name);
    }

    /** Returns the topmost proper ancestor that holds a DNAME (RFC 6672). */
    Optional<RRset> dnameAbove(Name name) {
        if (rrset(origin, Type.DNAME).isPresent() && !name.equals(origin)) {
            return rrset(origin, Type.DNAME);
        }
        return topmostWith(Type.DNAME, name)
                .filter(owner -> !owner.equals(name))
                .flatMap(owner -> rrset(owner, Type.DNAME));
    }

    boolean isGlue(Name name) {
        return cutAtOrAbove(name).filter(cut -> !cut.equals(name)).isPresent();
    }

    private Optional<Name> topmostWith(int type, Name name) {
        for (int labels = origin.labels() + 1; labels <= name.labels(); labels++) {
            Name ancestor = Names.withLabels(name, labels);
            if (rrset(ancestor, type).isPresent()) {
                return Optional.of(ancestor);
            }
        }
        return Optional.empty();
    }
}
