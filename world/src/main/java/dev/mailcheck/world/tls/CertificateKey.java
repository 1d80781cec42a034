package dev.mailcheck.world.tls;

import dev.mailcheck.world.key.EcKey;
import dev.mailcheck.world.key.RsaKey;
import dev.mailcheck.world.key.Seeds;

import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** A key that certificates are made for and signed with. */
interface CertificateKey {
    SubjectPublicKeyInfo publicKeyInfo();

    PrivateKey privateKey();

    AlgorithmIdentifier signatureAlgorithm(CertificateSpec.Digest digest);

    byte[] sign(CertificateSpec.Digest digest, byte[] data);

    /** Makes the key that belongs to a name; the same one each time. */
    static CertificateKey of(CertificateSpec.Key kind, String owner) {
        byte[] seed = Seeds.of("certificate key", kind.name(), owner);
        return switch (kind) {
            case EC_P256 -> new EcCertificateKey(EcKey.of(seed));
            case RSA_512 -> new RsaCertificateKey(RsaKey.of(512, seed));
            case RSA_768 -> new RsaCertificateKey(RsaKey.of(768, seed));
            case RSA_1024 -> new RsaCertificateKey(RsaKey.of(1024, seed));
            case RSA_2048 -> new RsaCertificateKey(RsaKey.of(2048, seed));
        };
    }

    /** Encodes what is well-formed by construction. */
    static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns a key into the form that the JDK's TLS takes. */
    static PrivateKey jdkKey(String algorithm, PrivateKeyInfo info) {
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(der(info)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
