package dev.mailcheck.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a secret that opens something: the only form in which a store knows it, so that
 * whoever reads the store can open nothing. The secrets have at least 128 random bits, so that no
 * salt is needed.
 */
public record Hashed(String hex) {
    public Hashed {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
    }

    public static Hashed of(String secret) {
        return of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the parts as they follow each other; none of them is copied. */
    public static Hashed of(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            byte[] digest = sha.digest();
            return new Hashed(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Takes as long for a wrong one as for the right one. */
    public boolean isSame(Hashed other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII),
                other.hex.getBytes(StandardCharsets.US_ASCII));
    }
}
