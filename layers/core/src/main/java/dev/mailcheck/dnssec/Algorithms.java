package dev.mailcheck.dnssec;

import java.util.Map;
import java.util.Set;

/**
 * IANA's DNSSEC algorithms and DS digests. Which of them are deprecated has its place in that
 * registry since RFC 9904: RSA/MD5, DSA, SHA-1 (RFC 9905) and the first GOST (RFC 9906).
 */
public final class Algorithms {
    private static final Set<Integer> DEPRECATED = Set.of(1, 3, 5, 6, 7, 12);
    private static final Set<Integer> DEPRECATED_DIGESTS = Set.of(1, 3);

    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(1, "RSAMD5"),
                    Map.entry(3, "DSA"),
                    Map.entry(5, "RSASHA1"),
                    Map.entry(6, "DSA-NSEC3-SHA1"),
                    Map.entry(7, "RSASHA1-NSEC3-SHA1"),
                    Map.entry(8, "RSASHA256"),
                    Map.entry(10, "RSASHA512"),
                    Map.entry(12, "ECC-GOST"),
                    Map.entry(13, "ECDSAP256SHA256"),
                    Map.entry(14, "ECDSAP384SHA384"),
                    Map.entry(15, "ED25519"),
                    Map.entry(16, "ED448"));

    private Algorithms() {}

    /** Whether zones must not be signed so any more. */
    public static boolean isDeprecated(int algorithm) {
        return DEPRECATED.contains(algorithm);
    }

    /** Whether a DS must not be made with it any more. */
    public static boolean isDeprecatedDigest(int digestType) {
        return DEPRECATED_DIGESTS.contains(digestType);
    }

    /** The mnemonic with its number; the number alone where there is none. */
    public static String name(int algorithm) {
        String name = NAMES.get(algorithm);
        return name == null ? Integer.toString(algorithm) : name + " (" + algorithm + ")";
    }
}
