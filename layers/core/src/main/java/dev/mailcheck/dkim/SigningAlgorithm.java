package dev.mailcheck.dkim;

import java.util.Optional;

/** The algorithms of signatures (RFC 6376, section 3.3; RFC 8301; RFC 8463). */
public enum SigningAlgorithm {
    RSA_SHA256("rsa-sha256", "rsa", "SHA-256", "SHA256withRSA"),
    /** Historic (RFC 8301, section 3.1): a signature with it authenticates nobody. */
    RSA_SHA1("rsa-sha1", "rsa", "SHA-1", "SHA1withRSA"),
    ED25519_SHA256("ed25519-sha256", "ed25519", "SHA-256", "Ed25519");

    private final String word;
    private final String keyType;
    private final String hash;
    private final String jdkName;

    SigningAlgorithm(String word, String keyType, String hash, String jdkName) {
        this.word = word;
        this.keyType = keyType;
        this.hash = hash;
        this.jdkName = jdkName;
    }

    /** The algorithm of that name, in upper or lower case. */
    public static Optional<SigningAlgorithm> of(String word) {
        for (SigningAlgorithm known : values()) {
            if (known.word().equalsIgnoreCase(word)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** As signatures write it. */
    public String word() {
        return word;
    }

    /** The {@code k} of keys for it. */
    public String keyType() {
        return keyType;
    }

    /** Hash and signature together by their name in the JDK. */
    String jdkName() {
        return jdkName;
    }

    /** The hash function by its name in the JDK. */
    String hash() {
        return hash;
    }

    /** The hash function as the {@code h} of keys writes it. */
    String hashWord() {
        return word.substring(keyType.length() + 1);
    }
}
