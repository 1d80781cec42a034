package dev.mailcheck.world.tls;

import dev.mailcheck.world.key.EcKey;
import dev.mailcheck.world.key.Seeds;
import dev.mailcheck.world.tls.CertificateSpec.Digest;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PrivateKey;

/** A P-256 key (RFC 5480). */
record EcCertificateKey(EcKey key) implements CertificateKey {
    private static final AlgorithmIdentifier P256 =
            new AlgorithmIdentifier(
                    X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
    private static final int BITS = 256;
    private static final int UNCOMPRESSED = 4;

    @Override
    public SubjectPublicKeyInfo publicKeyInfo() {
        byte[] point = key.publicPoint();
        byte[] encoded = new byte[point.length + 1];
        encoded[0] = UNCOMPRESSED;
        System.arraycopy(point, 0, encoded, 1, point.length);
        return new SubjectPublicKeyInfo(P256, encoded);
    }

    @Override
    public PrivateKey privateKey() {
        try {
            return CertificateKey.jdkKey(
                    "EC", new PrivateKeyInfo(P256, new ECPrivateKey(BITS, key.d())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm(Digest digest) {
        return new AlgorithmIdentifier(
                switch (digest) {
                    case SHA256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
                    case SHA1 -> X9ObjectIdentifiers.ecdsa_with_SHA1;
                });
    }

    @Override
    public byte[] sign(Digest digest, byte[] data) {
        ASN1EncodableVector signature = new ASN1EncodableVector();
        for (BigInteger number : key.signDigest(Seeds.digest(jdkName(digest), data))) {
            signature.add(new ASN1Integer(number));
        }
        return CertificateKey.der(new DERSequence(signature));
    }

    private static String jdkName(Digest digest) {
        return switch (digest) {
            case SHA256 -> "SHA-256";
            case SHA1 -> "SHA-1";
        };
    }
}
