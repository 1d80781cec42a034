package dev.mailcheck.dkim;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;

/** A public key that signatures can be verified with (RFC 6376, section 3.3; RFC 8463). */
public sealed interface DkimPublicKey {
    /** An RSA key; its size is that of the modulus. */
    record Rsa(BigInteger modulus, BigInteger exponent) implements DkimPublicKey {
        public int bits() {
            return modulus.bitLength();
        }
    }

    /** An RSA key of more than 16384 bits: nobody verifies with it, and it is not computed. */
    record TooLarge() implements DkimPublicKey {}

    /**
     * An Ed25519 key (RFC 8463, section 4.2).
     *
     * @param base64 its 32 octets
     */
    record Ed25519(String base64) implements DkimPublicKey {
        static final int OCTETS = 32;

        public byte[] octets() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** Reads the decoded {@code p} of an Ed25519 record; empty where it is no such key. */
    static Optional<DkimPublicKey> ed25519(byte[] octets) {
        return octets.length == Ed25519.OCTETS
                ? Optional.of(new Ed25519(Base64.getEncoder().encodeToString(octets)))
                : Optional.empty();
    }

    /** Reads the decoded {@code p} of an RSA record; empty where it is no such key. */
    static Optional<DkimPublicKey> rsa(byte[] octets) {
        return RsaKeyReader.read(octets);
    }
}
