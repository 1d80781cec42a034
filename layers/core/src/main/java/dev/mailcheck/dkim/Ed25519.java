package dev.mailcheck.dkim;

/** Verifies signatures of RFC 8463, section 3: Ed25519 over the SHA-256 of what is signed. */
@FunctionalInterface
interface Ed25519 {
    boolean verify(byte[] key, byte[] hash, byte[] signature);
}
