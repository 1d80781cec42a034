package dev.mailcheck.world.dns;

import dev.mailcheck.world.key.EcKey;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

/** ECDSA P-256 with SHA-256 for DNSSEC (RFC 6605). */
record EcdsaZoneKey(DNSKEYRecord dnskey, EcKey key) implements ZoneKey {
    static EcdsaZoneKey of(Name origin, byte[] seed) {
        EcKey key = EcKey.of(seed);
        return new EcdsaZoneKey(
                Dnskeys.of(origin, SigningAlgorithm.ECDSAP256SHA256, key.publicPoint()), key);
    }

    @Override
    public byte[] sign(byte[] data) {
        return key.signPlain(data);
    }
}
