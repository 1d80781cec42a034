package dev.mailcheck.dkim;

import java.util.Optional;

/** Verifies signatures of RFC 8463, section 3: Ed25519 over the SHA-256 of what is signed. */
interface Ed25519 {
    /** A key made ready; empty where the octets are no point of the curve. */
    Optional<Key> key(byte[] octets);

    /** A key that can verify. */
    @FunctionalInterface
    interface Key {
        boolean verify(byte[] hash, byte[] signature);
    }
}
