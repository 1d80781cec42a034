package dev.mailcheck.tls.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.util.Map;

/** Signature algorithms by the names people know. */
final class SignatureNames {
    private static final Map<ASN1ObjectIdentifier, String> NAMES =
            Map.ofEntries(
                    Map.entry(PKCSObjectIdentifiers.md2WithRSAEncryption, "RSA with MD2"),
                    Map.entry(PKCSObjectIdentifiers.md5WithRSAEncryption, "RSA with MD5"),
                    Map.entry(PKCSObjectIdentifiers.sha1WithRSAEncryption, "RSA with SHA-1"),
                    Map.entry(PKCSObjectIdentifiers.sha224WithRSAEncryption, "RSA with SHA-224"),
                    Map.entry(PKCSObjectIdentifiers.sha256WithRSAEncryption, "RSA with SHA-256"),
                    Map.entry(PKCSObjectIdentifiers.sha384WithRSAEncryption, "RSA with SHA-384"),
                    Map.entry(PKCSObjectIdentifiers.sha512WithRSAEncryption, "RSA with SHA-512"),
                    Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA1, "ECDSA with SHA-1"),
                    Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA256, "ECDSA with SHA-256"),
                    Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA384, "ECDSA with SHA-384"),
                    Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA512, "ECDSA with SHA-512"),
                    Map.entry(X9ObjectIdentifiers.id_dsa_with_sha1, "DSA with SHA-1"),
                    Map.entry(EdECObjectIdentifiers.id_Ed25519, "Ed25519"),
                    Map.entry(EdECObjectIdentifiers.id_Ed448, "Ed448"));

    private static final Map<ASN1ObjectIdentifier, String> DIGESTS =
            Map.of(
                    OIWObjectIdentifiers.idSHA1, "SHA-1",
                    NISTObjectIdentifiers.id_sha256, "SHA-256",
                    NISTObjectIdentifiers.id_sha384, "SHA-384",
                    NISTObjectIdentifiers.id_sha512, "SHA-512");

    private SignatureNames() {}

    static String of(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
            ASN1ObjectIdentifier digest = parameters.getHashAlgorithm().getAlgorithm();
            return "RSA-PSS with " + DIGESTS.getOrDefault(digest, digest.getId());
        }
        return NAMES.getOrDefault(algorithm.getAlgorithm(), algorithm.getAlgorithm().getId());
    }
}
