package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which types a denial record lists for a name (RFC 4034, section 4.1.2; RFC 5155, section 7.1).
 */
final class TypesAt {
    private TypesAt() {}

    /** Returns the types, without those of the denial record itself. */
    static SortedSet<Integer> of(ServedZone zone, Name name) {
        SortedSet<Integer> types = new TreeSet<>(zone.content().node(name).keySet());
        if (name.equals(zone.origin())) {
            types.add(Type.DNSKEY);
        } else if (types.contains(Type.NS)) {
            types.retainAll(Set.of(Type.NS));
            if (zone.hasDs(name)) {
                types.add(Type.DS);
            }
        }
        if (!types.isEmpty() && !isUnsignedCut(types, zone, name)) {
            types.add(Type.RRSIG);
        }
        return types;
    }

    private static boolean isUnsignedCut(SortedSet<Integer> types, ServedZone zone, Name name) {
        return types.contains(Type.NS) && !name.equals(zone.origin()) && !types.contains(Type.DS);
    }

    static int[] array(SortedSet<Integer> types) {
        return types.stream().mapToInt(Integer::intValue).toArray();
    }
}
