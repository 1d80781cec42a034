package dev.mailcheck.world.dns;

import dev.mailcheck.world.dns.Denial.Nsec3;
import dev.mailcheck.world.key.Seeds;

import org.xbill.DNS.DClass;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.utils.base32;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Denial by NSEC3 (RFC 5155, section 7.2), opt-out included. */
final class Nsec3Chain implements DenialChain {
    private static final long TTL_SECONDS = 900;
    private static final int SHA_1 = 1;
    private static final base32 BASE32_HEX = new base32(base32.Alphabet.BASE32HEX, false, false);

    private final ServedZone zone;
    private final Nsec3 parameters;
    private final byte[] salt;

    /** Existing names by the hash of each, in the order of the hashes' text. */
    private final NavigableMap<String, Name> chain = new TreeMap<>();

    Nsec3Chain(ServedZone zone, Nsec3 parameters) {
        this.zone = zone;
        this.parameters = parameters;
        this.salt = HexFormat.of().parseHex(parameters.salt());
        zone.content().nodes().keySet().forEach(this::addWithAncestors);
    }

    RRset parameterSet() {
        return new RRset(
                new NSEC3PARAMRecord(
                        zone.origin(), DClass.IN, 0, SHA_1, 0, parameters.iterations(), salt));
    }

    private void addWithAncestors(Name name) {
        if (zone.content().isGlue(name) || isOptedOut(name)) {
            return;
        }
        for (Name n = name; n.subdomain(zone.origin()); n = Names.parent(n)) {
            chain.put(hash(n), n);
            if (n.equals(zone.origin())) {
                return;
            }
        }
    }

    private boolean isOptedOut(Name name) {
        boolean cut = zone.content().cutAtOrAbove(name).isPresent();
        return parameters.optOut() && cut && !zone.hasDs(name);
    }

    @Override
    public List<RRset> noData(Name name) {
        return matching(name)
                .map(List::of)
                .orElseGet(() -> distinct(encloserProof(name, provenEncloser(name))));
    }

    @Override
    public List<RRset> noName(Name name, Name closestEncloser) {
        List<RRset> proof = encloserProof(name, closestEncloser);
        proof.add(covering(Names.wildcardAt(closestEncloser)));
        return distinct(proof);
    }

    @Override
    public List<RRset> expanded(Name name, Name closestEncloser) {
        return List.of(covering(nextCloser(name, closestEncloser)));
    }

    @Override
    public List<RRset> expandedNoData(Name name, Name closestEncloser) {
        List<RRset> proof = encloserProof(name, closestEncloser);
        matching(Names.wildcardAt(closestEncloser)).ifPresent(proof::add);
        return distinct(proof);
    }

    /** Matches the closest encloser and covers the next closer name (RFC 5155, section 7.2.1). */
    private List<RRset> encloserProof(Name name, Name closestEncloser) {
        List<RRset> proof = new ArrayList<>();
        matching(closestEncloser).ifPresent(proof::add);
        proof.add(covering(nextCloser(name, closestEncloser)));
        return proof;
    }

    private Name provenEncloser(Name name) {
        Name ancestor = Names.parent(name);
        while (!chain.containsKey(hash(ancestor))) {
            ancestor = Names.parent(ancestor);
        }
        return ancestor;
    }

    private static Name nextCloser(Name name, Name closestEncloser) {
        return Names.withLabels(name, closestEncloser.labels() + 1);
    }

    private Optional<RRset> matching(Name name) {
        String hash = hash(name);
        return Optional.ofNullable(chain.floorEntry(hash))
                .filter(link -> link.getKey().equals(hash))
                .map(this::record);
    }

    private RRset covering(Name name) {
        Map.Entry<String, Name> before = chain.lowerEntry(hash(name));
        return record(before == null ? chain.lastEntry() : before);
    }

    private RRset record(Map.Entry<String, Name> link) {
        Map.Entry<String, Name> next = chain.higherEntry(link.getKey());
        return new RRset(
                new NSEC3Record(
                        Names.under(link.getKey(), zone.origin()),
                        DClass.IN,
                        TTL_SECONDS,
                        SHA_1,
                        parameters.optOut() ? NSEC3Record.Flags.OPT_OUT : 0,
                        parameters.iterations(),
                        salt,
                        BASE32_HEX.fromString((next == null ? chain.firstEntry() : next).getKey()),
                        TypesAt.array(zone.nsec3Types(link.getValue()))));
    }

    private String hash(Name name) {
        byte[] digest = name.toWireCanonical();
        for (int i = 0; i <= parameters.iterations(); i++) {
            digest = Seeds.digest("SHA-1", concatenate(digest, salt));
        }
        return BASE32_HEX.toString(digest).toLowerCase(Locale.ROOT);
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<RRset> distinct(List<RRset> proof) {
        Map<Name, RRset> byOwner = new TreeMap<>();
        proof.forEach(rrset -> byOwner.put(rrset.getName(), rrset));
        return List.copyOf(byOwner.values());
    }
}
