package dev.mailcheck.world.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;

/** DNSKEY and DS records (RFC 4034, sections 2 and 5). */
final class Dnskeys {
    private static final long TTL_SECONDS = 3600;
    private static final int ZONE_KEY_AND_ENTRY_POINT = 257;

    private Dnskeys() {}

    static DNSKEYRecord of(Name origin, SigningAlgorithm algorithm, byte[] publicKey) {
        return new DNSKEYRecord(
                origin,
                DClass.IN,
                TTL_SECONDS,
                ZONE_KEY_AND_ENTRY_POINT,
                DNSKEYRecord.Protocol.DNSSEC,
                algorithm.number(),
                publicKey);
    }

    static DSRecord ds(DNSKEYRecord key) {
        return new DSRecord(key.getName(), DClass.IN, TTL_SECONDS, DNSSEC.Digest.SHA256, key);
    }
}
