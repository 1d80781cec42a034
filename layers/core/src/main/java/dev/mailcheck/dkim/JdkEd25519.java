package dev.mailcheck.dkim;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/** By the JDK: ready at once, where Bouncy Castle's classes would have to be loaded first. */
final class JdkEd25519 implements Ed25519 {
    private static final String NAME = "Ed25519";

    @Override
    public Optional<Key> key(byte[] octets) {
        try {
            PublicKey key = publicKey(octets);
            return Optional.of((hash, signature) -> verifies(key, hash, signature));
        } catch (GeneralSecurityException noPoint) {
            return Optional.empty();
        }
    }

    /** The number y in little endian, and in the highest bit the sign of x. */
    private static PublicKey publicKey(byte[] octets) throws GeneralSecurityException {
        byte[] bigEndian = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bigEndian[i] = octets[octets.length - 1 - i];
        }
        boolean odd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance(NAME)
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static boolean verifies(PublicKey key, byte[] hash, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(NAME);
            verification.initVerify(key);
            verification.update(hash);
            return verification.verify(signature);
        } catch (GeneralSecurityException noPointOrNoSignature) {
            return false;
        }
    }
}
