package dev.mailcheck.world.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;

/** An RSA key made from a seed. Making one takes up to some hundred milliseconds. */
public record RsaKey(RSAPublicKey publicKey, PrivateKey privateKey) {
    /** Returns the key of so many bits that belongs to the seed. */
    public static RsaKey of(int bits, byte[] seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            KeyPair pair = generator.generateKeyPair();
            return new RsaKey((RSAPublicKey) pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** Signs by PKCS #1 version 1.5 with the named digest, such as {@code SHA256}. */
    public byte[] sign(String digest, byte[] data) {
        try {
            Signature signature = Signature.getInstance(digest + "withRSA");
            signature.initSign(privateKey);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + digest, e);
        }
    }
}
