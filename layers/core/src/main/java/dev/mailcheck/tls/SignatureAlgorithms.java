package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The signature algorithms in use for certificates (RFC 3279, RFC 4055, RFC 5758, RFC 8410). */
final class SignatureAlgorithms {
    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> DIGESTS =
            Map.of(
                    OIWObjectIdentifiers.idSHA1, SHA1Digest::new,
                    NISTObjectIdentifiers.id_sha256, SHA256Digest::new,
                    NISTObjectIdentifiers.id_sha384, SHA384Digest::new,
                    NISTObjectIdentifiers.id_sha512, SHA512Digest::new);

    private static final Map<ASN1ObjectIdentifier, Supplier<Signer>> SIGNERS =
            Map.of(
                    PKCSObjectIdentifiers.sha1WithRSAEncryption,
                    () -> new RSADigestSigner(new SHA1Digest()),
                    PKCSObjectIdentifiers.sha256WithRSAEncryption,
                    () -> new RSADigestSigner(new SHA256Digest()),
                    PKCSObjectIdentifiers.sha384WithRSAEncryption,
                    () -> new RSADigestSigner(new SHA384Digest()),
                    PKCSObjectIdentifiers.sha512WithRSAEncryption,
                    () -> new RSADigestSigner(new SHA512Digest()),
                    X9ObjectIdentifiers.ecdsa_with_SHA1,
                    () -> ecdsa(new SHA1Digest()),
                    X9ObjectIdentifiers.ecdsa_with_SHA256,
                    () -> ecdsa(new SHA256Digest()),
                    X9ObjectIdentifiers.ecdsa_with_SHA384,
                    () -> ecdsa(new SHA384Digest()),
                    X9ObjectIdentifiers.ecdsa_with_SHA512,
                    () -> ecdsa(new SHA512Digest()),
                    EdECObjectIdentifiers.id_Ed25519,
                    Ed25519Signer::new);

    private SignatureAlgorithms() {}

    /**
     * What verifies such a signature with such a key; empty where they do not fit or are not known.
     */
    static Optional<Signer> signerFor(AlgorithmIdentifier algorithm, SubjectPublicKeyInfo key) {
        if (!family(algorithm.getAlgorithm()).equals(family(key.getAlgorithm().getAlgorithm()))) {
            return Optional.empty();
        }
        return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                ? pss(RSASSAPSSparams.getInstance(algorithm.getParameters()))
                : Optional.ofNullable(SIGNERS.get(algorithm.getAlgorithm())).map(Supplier::get);
    }

    private static String family(ASN1ObjectIdentifier algorithm) {
        if (algorithm.on(PKCSObjectIdentifiers.pkcs_1)) {
            return "RSA";
        }
        return algorithm.on(X9ObjectIdentifiers.ansi_X9_62) ? "EC" : algorithm.getId();
    }

    private static Signer ecdsa(Digest digest) {
        return new DSADigestSigner(new ECDSASigner(), digest);
    }

    private static Optional<Signer> pss(RSASSAPSSparams parameters) {
        int salt = parameters.getSaltLength().intValueExact();
        return Optional.ofNullable(DIGESTS.get(parameters.getHashAlgorithm().getAlgorithm()))
                .filter(digest -> salt >= 0 && salt <= 64)
                .map(digest -> new PSSSigner(new RSABlindedEngine(), digest.get(), salt));
    }
}
