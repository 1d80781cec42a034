package dev.mailcheck.world.tls;

import java.time.Duration;
import java.util.List;

/**
 * The certificate a server of the world shows, sound unless a fault is named.
 *
 * <pre>{@code
 * CertificateSpec.sound("mx1.sound.example")
 * CertificateSpec.sound("mx1.sound.example").selfSigned().expired()
 * }</pre>
 *
 * @param names the DNS names in subjectAltName; the first is also the common name
 * @param issuer who signs it
 * @param key what kind of key it certifies
 * @param digest what the signature is made over
 * @param begins when validity begins, from the world's clock
 * @param ends when validity ends, from the world's clock
 * @param intermediates how many authorities stand between the root and it
 * @param sendsIntermediates whether the server sends those along
 */
public record CertificateSpec(
        List<String> names,
        Issuer issuer,
        Key key,
        Digest digest,
        Duration begins,
        Duration ends,
        int intermediates,
        boolean sendsIntermediates) {
    /** Who signs a certificate. */
    public enum Issuer {
        /** The world's authority, whose root {@code World.ca} hands out. */
        WORLD,
        /** An authority nobody trusts. */
        UNTRUSTED,
        /** Its own key. */
        SELF
    }

    /** The kind of key in a certificate. */
    public enum Key {
        EC_P256,
        RSA_512,
        RSA_768,
        RSA_1024,
        RSA_2048
    }

    /** The digest of a certificate's signature. */
    public enum Digest {
        SHA256,
        SHA1
    }

    public CertificateSpec {
        names = List.copyOf(names);
    }

    /** Returns a certificate without fault: P-256, SHA-256, ten days old, good for 80 more. */
    public static CertificateSpec sound(String... names) {
        return new CertificateSpec(
                List.of(names),
                Issuer.WORLD,
                Key.EC_P256,
                Digest.SHA256,
                Duration.ofDays(-10),
                Duration.ofDays(80),
                1,
                true);
    }

    /** Returns it for other names: a mismatch, where the host has another. */
    public CertificateSpec named(String... others) {
        return new CertificateSpec(
                List.of(others),
                issuer,
                key,
                digest,
                begins,
                ends,
                intermediates,
                sendsIntermediates);
    }

    /** Returns it signed by its own key. */
    public CertificateSpec selfSigned() {
        return issuedBy(Issuer.SELF);
    }

    /** Returns it signed by an authority nobody trusts. */
    public CertificateSpec untrusted() {
        return issuedBy(Issuer.UNTRUSTED);
    }

    private CertificateSpec issuedBy(Issuer other) {
        return new CertificateSpec(
                names, other, key, digest, begins, ends, intermediates, sendsIntermediates);
    }

    /** Returns it with another key. */
    public CertificateSpec key(Key other) {
        return new CertificateSpec(
                names, issuer, other, digest, begins, ends, intermediates, sendsIntermediates);
    }

    /** Returns it signed over SHA-1. */
    public CertificateSpec sha1() {
        return new CertificateSpec(
                names, issuer, key, Digest.SHA1, begins, ends, intermediates, sendsIntermediates);
    }

    /** Returns it expired since three days. */
    public CertificateSpec expired() {
        return valid(Duration.ofDays(-93), Duration.ofDays(-3));
    }

    /** Returns it beginning only in three days. */
    public CertificateSpec notYetValid() {
        return valid(Duration.ofDays(3), Duration.ofDays(93));
    }

    /** Returns it ending so long after the world's clock. */
    public CertificateSpec endingIn(Duration left) {
        return valid(begins, left);
    }

    private CertificateSpec valid(Duration from, Duration until) {
        return new CertificateSpec(
                names, issuer, key, digest, from, until, intermediates, sendsIntermediates);
    }

    /** Returns it sent without the intermediate authority. */
    public CertificateSpec missingIntermediate() {
        return new CertificateSpec(names, issuer, key, digest, begins, ends, intermediates, false);
    }

    /** Returns it below so many intermediate authorities; the JDK refuses chains above ten. */
    public CertificateSpec intermediates(int count) {
        return new CertificateSpec(
                names, issuer, key, digest, begins, ends, count, sendsIntermediates);
    }
}
