package dev.mailcheck.tls;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Signer;

import java.io.IOException;

/** Whether a certificate, or what comes with it, is signed by a key (RFC 5280, section 4.1.1.3). */
final class SignatureCheck {
    private SignatureCheck() {}

    enum Outcome {
        GOOD,
        BAD,
        /** The key is too large, or the algorithm not one of those in use. */
        NOT_COMPUTED
    }

    /** Whether the certificate is signed by this key. */
    static Outcome of(Certificate certificate, SubjectPublicKeyInfo key) {
        try {
            return of(
                    certificate.getSignatureAlgorithm(),
                    key,
                    certificate.getTBSCertificate().getEncoded(),
                    certificate.getSignature().getOctets());
        } catch (IOException | RuntimeException malformed) {
            return Outcome.BAD;
        }
    }

    /** Whether these bytes are signed by this key. */
    static Outcome of(
            AlgorithmIdentifier algorithm,
            SubjectPublicKeyInfo key,
            byte[] signed,
            byte[] signature) {
        if (!KeyBounds.within(key)) {
            return Outcome.NOT_COMPUTED;
        }
        try {
            return SignatureAlgorithms.signerFor(algorithm, key)
                    .map(signer -> verify(signer, key, signed, signature))
                    .orElse(Outcome.NOT_COMPUTED);
        } catch (RuntimeException malformed) {
            // Bouncy Castle throws this and that at keys and signatures that are none.
            return Outcome.BAD;
        }
    }

    private static Outcome verify(
            Signer signer, SubjectPublicKeyInfo key, byte[] signed, byte[] signature) {
        try {
            signer.init(false, ForeignKey.of(key));
            signer.update(signed, 0, signed.length);
            return signer.verifySignature(signature) ? Outcome.GOOD : Outcome.BAD;
        } catch (IOException malformed) {
            return Outcome.BAD;
        }
    }
}
