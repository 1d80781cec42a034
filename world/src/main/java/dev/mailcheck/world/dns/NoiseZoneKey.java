package dev.mailcheck.world.dns;

import dev.mailcheck.world.key.Seeds;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

/** A key of an algorithm that does not exist. */
record NoiseZoneKey(DNSKEYRecord dnskey) implements ZoneKey {
    static NoiseZoneKey of(Name origin, byte[] seed) {
        return new NoiseZoneKey(Dnskeys.of(origin, SigningAlgorithm.UNASSIGNED, seed));
    }

    @Override
    public byte[] sign(byte[] data) {
        return Seeds.sha256(data);
    }
}
