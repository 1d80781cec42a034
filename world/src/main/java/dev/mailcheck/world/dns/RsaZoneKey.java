package dev.mailcheck.world.dns;

import dev.mailcheck.world.key.RsaKey;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** RSA for DNSSEC with SHA-1 or SHA-256 (RFC 3110, RFC 5702). */
record RsaZoneKey(DNSKEYRecord dnskey, RsaKey key, String digest) implements ZoneKey {
    private static final int BITS = 2048;

    static RsaZoneKey of(Name origin, SigningAlgorithm algorithm, byte[] seed) {
        RsaKey key = RsaKey.of(BITS, seed);
        String digest = algorithm == SigningAlgorithm.RSASHA256 ? "SHA256" : "SHA1";
        return new RsaZoneKey(Dnskeys.of(origin, algorithm, encode(key)), key, digest);
    }

    @Override
    public byte[] sign(byte[] data) {
        return key.sign(digest, data);
    }

    /** Exponent and modulus, each without leading zeros (RFC 3110, section 2). */
    private static byte[] encode(RsaKey key) {
        byte[] exponent = key.publicKey().getPublicExponent().toByteArray();
        byte[] modulus = unsigned(key.publicKey().getModulus());
        return ByteBuffer.allocate(1 + exponent.length + modulus.length)
                .put((byte) exponent.length)
                .put(exponent)
                .put(modulus)
                .array();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
