package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;

/** A public key, and the private one where the test has it. */
public record ForgedKey(SubjectPublicKeyInfo info, Optional<AsymmetricCipherKeyPair> pair) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ForgedKey ec() {
        return ec(SECObjectIdentifiers.secp256r1);
    }

    public static ForgedKey ec(ASN1ObjectIdentifier curve) {
        X9ECParameters parameters = SECNamedCurves.getByOID(curve);
        ECDomainParameters domain = new ECNamedDomainParameters(curve, parameters);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, RANDOM));
        return of(generator.generateKeyPair());
    }

    /** An EC key whose curve is spelled out, as nobody does. */
    public static ForgedKey explicitEc() {
        ForgedKey named = ec();
        X9ECParameters parameters = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(named.info().getAlgorithm().getAlgorithm(), parameters);
        byte[] point = named.info().getPublicKeyData().getBytes();
        return new ForgedKey(new SubjectPublicKeyInfo(algorithm, point), named.pair());
    }

    public static ForgedKey rsa(int bits) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), RANDOM, bits, 20));
        return of(generator.generateKeyPair());
    }

    public static ForgedKey ed25519() {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(RANDOM));
        return of(generator.generateKeyPair());
    }

    /** A modulus of this size that nobody has the factors of, which costs nothing to make. */
    public static ForgedKey rsaPublic(int bits, BigInteger exponent) {
        BigInteger modulus = new BigInteger(bits, RANDOM).setBit(bits - 1).setBit(0);
        return rsaPublic(new RSAPublicKey(modulus, exponent));
    }

    private static ForgedKey rsaPublic(RSAPublicKey key) {
        try {
            AlgorithmIdentifier algorithm =
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);
            return new ForgedKey(new SubjectPublicKeyInfo(algorithm, key), Optional.empty());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ForgedKey of(AsymmetricCipherKeyPair pair) {
        try {
            return new ForgedKey(
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()),
                    Optional.of(pair));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
