package dev.mailcheck.world.dns;

import dev.mailcheck.world.key.Seeds;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

/** A zone's key pair, which signs its keys and its data (a combined signing key). */
interface ZoneKey {
    /** The public key, flags 257. */
    DNSKEYRecord dnskey();

    /** Returns the signature in the form RRSIG wants it. */
    byte[] sign(byte[] data);

    /**
     * Makes the key of a zone. The same origin, algorithm and label give the same key each time, so
     * that key tags and the trust anchor never change from run to run.
     */
    static ZoneKey of(Name origin, SigningAlgorithm algorithm, String label) {
        byte[] seed = Seeds.of("zone key", origin.toString(), algorithm.name(), label);
        return switch (algorithm) {
            case ECDSAP256SHA256 -> EcdsaZoneKey.of(origin, seed);
            case ED25519 -> Ed25519ZoneKey.of(origin, seed);
            case ED448 -> Ed448ZoneKey.of(origin, seed);
            case UNASSIGNED -> NoiseZoneKey.of(origin, seed);
            case RSASHA1, RSASHA1_NSEC3, RSASHA256 -> RsaZoneKey.of(origin, algorithm, seed);
        };
    }
}
