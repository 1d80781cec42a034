package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import java.io.IOException;
import java.util.Optional;

/** The public key of a certificate, as its bytes (RFC 5280, section 4.1.2.7). */
public final class KeyOfCertificate {
    private KeyOfCertificate() {}

    /** SubjectPublicKeyInfo in DER; empty for what is no certificate. */
    public static Optional<byte[]> encoded(byte[] certificate) {
        try {
            return Optional.of(
                    Certificate.getInstance(certificate)
                            .getSubjectPublicKeyInfo()
                            .getEncoded(ASN1Encoding.DER));
        } catch (IOException | RuntimeException malformed) {
            // Bouncy Castle parses late, and throws this and that at what does not parse.
            return Optional.empty();
        }
    }

    /** Whether this key signed the certificate; false also where we do not compute it. */
    public static boolean signed(byte[] key, byte[] certificate) {
        try {
            return SignatureCheck.of(
                            Certificate.getInstance(certificate),
                            SubjectPublicKeyInfo.getInstance(key))
                    == SignatureCheck.Outcome.GOOD;
        } catch (RuntimeException malformed) {
            // Bouncy Castle parses late, and throws this and that at what does not parse.
            return false;
        }
    }
}
