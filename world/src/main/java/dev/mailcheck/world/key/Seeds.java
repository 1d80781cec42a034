package dev.mailcheck.world.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Seeds for keys: the SHA-256 of what the key is for. The world's keys guard nothing. */
public final class Seeds {
    private Seeds() {}

    /** Returns 32 bytes that depend on all the parts. */
    public static byte[] of(String... parts) {
        String joined = String.join("\n", parts);
        return sha256(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the SHA-256 of the data. */
    public static byte[] sha256(byte[] data) {
        return digest("SHA-256", data);
    }

    /** Returns the digest of the data by one of the algorithms every JDK has. */
    public static byte[] digest(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
