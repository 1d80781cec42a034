package dev.mailcheck.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** A key pair for signing in tests. */
public final class TestKey {
    private final String type;
    private final KeyPair pair;

    private TestKey(String type, KeyPair pair) {
        this.type = type;
        this.pair = pair;
    }

    public static TestKey rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new TestKey("rsa", generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static TestKey ed25519() {
        try {
            return new TestKey(
                    "ed25519", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The record with this key, and further tags. */
    public String record(String tags) {
        return "v=DKIM1; k=" + type + "; " + tags + "p=" + base64();
    }

    /** The key as records hold it. */
    public String base64() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] key =
                type.equals("rsa")
                        ? encoded
                        : Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return Base64.getEncoder().encodeToString(key);
    }

    public byte[] sign(SigningAlgorithm algorithm, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm.jdkName());
            signature.initSign(pair.getPrivate());
            signature.update(
                    type.equals("rsa") ? message : Hashes.named(algorithm.hash()).digest(message));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
