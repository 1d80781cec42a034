package dev.mailcheck.world.dns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One zone as a test states it: its origin, its records in presentation form (RFC 1035, section 5),
 * and how it is signed.
 *
 * <pre>{@code
 * Zone.signed("sound.example", """
 *         @   MX  10 mx1
 *         mx1 A   192.0.2.10
 *         @   TXT "v=spf1 mx -all"
 *         """).nsec3(0)
 * }</pre>
 *
 * Names without a final dot belong to the origin; the TTL is 3600 unless a record says otherwise.
 * SOA and NS are added where the text has none: then two name servers {@code ns1} and {@code ns2}
 * below the origin, which all such zones share. The delegation in the parent zone (NS, glue, DS) is
 * made by the world.
 *
 * @param origin the zone's apex, without final dot; the root is {@code "."}
 * @param text the records
 * @param signing how it is signed; empty for an unsigned zone
 */
public record Zone(String origin, String text, Optional<Signing> signing) {
    /** Returns a zone that is signed and right: ECDSA P-256, NSEC, DS in the parent. */
    public static Zone signed(String origin, String text) {
        return new Zone(origin, text, Optional.of(Signing.SOUND));
    }

    /** Returns a zone without DNSSEC; its parent proves that there is no DS. */
    public static Zone unsigned(String origin, String text) {
        return new Zone(origin, text, Optional.empty());
    }

    /** Returns this zone with more records. */
    public Zone and(String moreText) {
        return new Zone(origin, text + "\n" + moreText, signing);
    }

    /** Returns this zone signed by another algorithm. */
    public Zone algorithm(SigningAlgorithm algorithm) {
        return signing(
                s -> new Signing(algorithm, s.denial(), s.validFor(), s.flaws(), s.collisions()));
    }

    /** Returns this zone with NSEC3 of so many additional iterations, no salt, no opt-out. */
    public Zone nsec3(int iterations) {
        return denial(new Denial.Nsec3(iterations, "", false));
    }

    /** Returns this zone proving absence in another way. */
    public Zone denial(Denial denial) {
        return signing(
                s -> new Signing(s.algorithm(), denial, s.validFor(), s.flaws(), s.collisions()));
    }

    /** Returns this zone with signatures that end so long after the world's clock. */
    public Zone signaturesEndIn(Duration left) {
        return signing(
                s -> new Signing(s.algorithm(), s.denial(), left, s.flaws(), s.collisions()));
    }

    /** Returns this zone as a trap: so many worthless keys and signatures beside the true ones. */
    public Zone keyTrap(int count) {
        return signing(s -> new Signing(s.algorithm(), s.denial(), s.validFor(), s.flaws(), count));
    }

    /** Returns this zone with a fault; record types narrow it, none given means every type. */
    public Zone flaw(DnssecFlaw flaw, String... types) {
        return signing(s -> s.flaw(flaw, Set.copyOf(List.of(types))));
    }

    private Zone signing(UnaryOperator<Signing> change) {
        Signing changed =
                change.apply(
                        signing.orElseThrow(
                                () -> new IllegalStateException(origin + " is not signed")));
        return new Zone(origin, text, Optional.of(changed));
    }
}
