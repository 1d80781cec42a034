package dev.mailcheck.tls.certificate;

/**
 * Algorithm and size of a public key.
 *
 * @param algorithm RSA, EC, Ed25519, Ed448, or the number of another
 * @param bits of the modulus or the field; 0 where that is not known
 */
public record PublicKeyKind(String algorithm, int bits) {
    @Override
    public String toString() {
        return bits == 0 || algorithm.startsWith("Ed") ? algorithm : algorithm + " " + bits;
    }
}
