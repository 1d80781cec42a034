package dev.mailcheck.dkim;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Verifies signatures, and keeps the keys that it met last, so that they are read once. It asks
 * nobody. One serves any number of mails and threads.
 */
public final class SignatureCrypto {
    private static final int MOST_KEYS = 1_000;
    private static final int LONGEST_KEPT = 4_096;

    private final Ed25519 ed25519;
    private final Map<String, ParsedKey> keys = new LastKeys();

    private SignatureCrypto(Ed25519 ed25519) {
        this.ed25519 = ed25519;
    }

    /** Ready at once. */
    public static SignatureCrypto forOneMail() {
        return new SignatureCrypto(new JdkEd25519());
    }

    /** Fast once it is warm. */
    public static SignatureCrypto forManyMails() {
        return new SignatureCrypto(new BulkEd25519());
    }

    ParsedKey key(String text) {
        if (text.length() > LONGEST_KEPT) {
            return ParsedKey.of(text, ed25519);
        }
        synchronized (keys) {
            ParsedKey key = keys.get(text);
            if (key == null) {
                key = ParsedKey.of(text, ed25519);
                keys.put(text, key);
            }
            return key;
        }
    }

    boolean verify(
            ParsedKey key, SigningAlgorithm algorithm, SigningInput input, byte[] signature) {
        return key.ed25519()
                .map(point -> point.verify(hash(algorithm, input), signature))
                .or(() -> key.rsa().map(rsa -> verify(rsa, algorithm, input, signature)))
                .orElse(false);
    }

    static byte[] hash(SigningAlgorithm algorithm, SigningInput input) {
        MessageDigest digest = Hashes.named(algorithm.hash());
        input.feed(digest::update);
        return digest.digest();
    }

    private static boolean verify(
            PublicKey key, SigningAlgorithm algorithm, SigningInput input, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(algorithm.jdkName());
            verification.initVerify(key);
            input.feed((bytes, from, length) -> update(verification, bytes, from, length));
            return verification.verify(signature);
        } catch (GeneralSecurityException ofWrongSize) {
            return false;
        }
    }

    private static void update(Signature verification, byte[] bytes, int from, int length) {
        try {
            verification.update(bytes, from, length);
        } catch (SignatureException neverOnceInitialised) {
            throw new IllegalStateException(neverOnceInitialised);
        }
    }

    /** Forgets the key that was asked for the longest time ago. */
    private static final class LastKeys extends LinkedHashMap<String, ParsedKey> {
        private static final long serialVersionUID = 1;

        LastKeys() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParsedKey> eldest) {
            return size() > MOST_KEYS;
        }
    }
}
