package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

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
            signer.init(false, parameters(key));
            byte[] signed = certificate.getTBSCertificate().getEncoded();
            signer.update(signed, 0, signed.length);
            return signer.verifySignature(certificate.getSignature().getOctets())
                    ? Outcome.GOOD
                    : Outcome.BAD;
        } catch (IOException malformed) {
            return Outcome.BAD;
        }
    }

    private static CipherParameters parameters(SubjectPublicKeyInfo key) throws IOException {
        ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
        if (!KeyBounds.isRsa(algorithm)) {
            return PublicKeyFactory.createKey(key);
        }
        RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        // "Internal" spares a primality test of the modulus, which verifying does not need.
        return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent(), true);
    }
}
