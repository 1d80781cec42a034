package dev.mailcheck.world.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Denial by NSEC (RFC 4034, section 4; RFC 4035, section 3.1.3). */
final class NsecChain implements DenialChain {
    private static final long TTL_SECONDS = 900;

    private final ServedZone zone;
    private final NavigableSet<Name> owners = new TreeSet<>();

    NsecChain(ServedZone zone) {
        this.zone = zone;
        ZoneContent content = zone.content();
        content.nodes().keySet().stream()
                .filter(name -> !content.isGlue(name))
                .forEach(owners::add);
    }

    @Override
    public List<RRset> noData(Name name) {
        return List.of(at(ownerFor(name)));
    }

    @Override
    public List<RRset> noName(Name name, Name closestEncloser) {
        return distinct(ownerFor(name), ownerFor(Names.wildcardAt(closestEncloser)));
    }

    @Override
    public List<RRset> expanded(Name name, Name closestEncloser) {
        return List.of(at(ownerFor(name)));
    }

    @Override
    public List<RRset> expandedNoData(Name name, Name closestEncloser) {
        return distinct(ownerFor(name), Names.wildcardAt(closestEncloser));
    }

    /** Returns the NSEC at exactly this name, which must own one. */
    RRset at(Name owner) {
        Name higher = owners.higher(owner);
        SortedSet<Integer> types = TypesAt.of(zone, owner);
        types.add(Type.NSEC);
        types.add(Type.RRSIG);
        return new RRset(
                new NSECRecord(
                        owner,
                        DClass.IN,
                        TTL_SECONDS,
                        higher == null ? owners.first() : higher,
                        TypesAt.array(types)));
    }

    private Name ownerFor(Name name) {
        Name owner = owners.floor(name);
        return owner == null ? owners.last() : owner;
    }

    private List<RRset> distinct(Name first, Name second) {
        Map<Name, RRset> records = new LinkedHashMap<>();
        records.put(first, at(first));
        records.computeIfAbsent(second, this::at);
        return List.copyOf(records.values());
    }
}
