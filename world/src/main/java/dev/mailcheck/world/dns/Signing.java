package dev.mailcheck.world.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How a zone is signed.
 *
 * @param algorithm the algorithm of its one key, which signs keys and data alike
 * @param denial how absence is proven
 * @param validFor how long after the world's clock the signatures end
 * @param flaws what is wrong, each with the record types it touches (empty: every type)
 * @param collisions how many worthless keys with the same key tag stand beside the key, and how
 *     many worthless signatures before each signature
 */
public record Signing(
        SigningAlgorithm algorithm,
        Denial denial,
        Duration validFor,
        Map<DnssecFlaw, Set<String>> flaws,
        int collisions) {
    private static final int UNKNOWN_DIGEST = 200;

    /** A sound zone: ECDSA P-256, NSEC, signatures good for another fortnight. */
    static final Signing SOUND =
            new Signing(
                    SigningAlgorithm.ECDSAP256SHA256,
                    new Denial.Nsec(),
                    Duration.ofDays(14),
                    Map.of(),
                    0);

    public Signing {
        flaws = Map.copyOf(flaws);
    }

    Signing flaw(DnssecFlaw flaw, Set<String> types) {
        Map<DnssecFlaw, Set<String>> all = new EnumMap<>(DnssecFlaw.class);
        all.putAll(flaws);
        all.put(flaw, Set.copyOf(types));
        return new Signing(algorithm, denial, validFor, all, collisions);
    }

    /** The DS for the parent, with the digest that the flaws ask for. */
    DSRecord dsDigest(DSRecord sound, DNSKEYRecord key) {
        if (has(DnssecFlaw.SHA1_DS_DIGEST)) {
            return new DSRecord(
                    sound.getName(), DClass.IN, sound.getTTL(), DNSSEC.Digest.SHA1, key);
        }
        return has(DnssecFlaw.UNKNOWN_DS_DIGEST)
                ? new DSRecord(
                        sound.getName(),
                        DClass.IN,
                        sound.getTTL(),
                        sound.getFootprint(),
                        sound.getAlgorithm(),
                        UNKNOWN_DIGEST,
                        sound.getDigest())
                : sound;
    }

    boolean has(DnssecFlaw flaw) {
        return flaws.containsKey(flaw);
    }

    boolean has(DnssecFlaw flaw, String type) {
        Set<String> types = flaws.get(flaw);
        return types != null && (types.isEmpty() || types.contains(type));
    }
}
