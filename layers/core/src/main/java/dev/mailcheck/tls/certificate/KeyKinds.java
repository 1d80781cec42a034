package dev.mailcheck.tls.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.IOException;
import java.util.Map;

/** Reads kind and size of a public key without making a key of it, whatever its size. */
final class KeyKinds {
    private static final Map<ASN1ObjectIdentifier, Integer> CURVES =
            Map.of(
                    SECObjectIdentifiers.secp192r1, 192,
                    SECObjectIdentifiers.secp224r1, 224,
                    SECObjectIdentifiers.secp256r1, 256,
                    SECObjectIdentifiers.secp256k1, 256,
                    SECObjectIdentifiers.secp384r1, 384,
                    SECObjectIdentifiers.secp521r1, 521);

    private KeyKinds() {}

    static PublicKeyKind of(SubjectPublicKeyInfo key) {
        ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return new PublicKeyKind("RSA", modulusBits(key));
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return new PublicKeyKind("EC", curveBits(key));
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return new PublicKeyKind("Ed25519", 256);
        }
        return algorithm.equals(EdECObjectIdentifiers.id_Ed448)
                ? new PublicKeyKind("Ed448", 448)
                : new PublicKeyKind(algorithm.getId(), 0);
    }

    private static int modulusBits(SubjectPublicKeyInfo key) {
        try {
            return RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength();
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static int curveBits(SubjectPublicKeyInfo key) {
        X962Parameters parameters = X962Parameters.getInstance(key.getAlgorithm().getParameters());
        return parameters.isNamedCurve()
                ? CURVES.getOrDefault(
                        ASN1ObjectIdentifier.getInstance(parameters.getParameters()), 0)
                : 0;
    }
}
