package dev.mailcheck.tls;

import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Signer;

import java.io.IOException;

/** Whether a certificate is signed by a key (RFC 5280, section 4.1.1.3). */
final class SignatureCheck {
    private SignatureCheck() {}

    enum Outcome {
        GOOD,
        BAD,
        /** The key is too large, or the algorithm not one of those in use. */
        NOT_COMPUTED
    }

    static Outcome of(Certificate certificate, SubjectPublicKeyInfo key) {
        if (!KeyBounds.within(key)) {
            return Outcome.NOT_COMPUTED;
        }
        try {
            return SignatureAlgorithms.signerFor(certificate.getSignatureAlgorithm(), key)
                    .map(signer -> verify(certificate, key, signer))
                    .orElse(Outcome.NOT_COMPUTED);
        } catch (RuntimeException malformed) {
            // Bouncy Castle throws this and that at keys and signatures that are none.
            return Outcome.BAD;
        }
    }

    private static Outcome verify(
            Certificate certificate, SubjectPublicKeyInfo key, Signer signer) {
        try {
            signer.init(false, ForeignKey.of(key));
            byte[] signed = certificate.getTBSCertificate().getEncoded();
            signer.update(signed, 0, signed.length);
            return signer.verifySignature(certificate.getSignature().getOctets())
                    ? Outcome.GOOD
                    : Outcome.BAD;
        } catch (IOException malformed) {
            return Outcome.BAD;
        }
    }
}
