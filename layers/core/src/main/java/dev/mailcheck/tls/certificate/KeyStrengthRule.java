package dev.mailcheck.tls.certificate;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Every key on the way is strong enough (RFC 9325, section 4.5): RSA of at least 2,048 bits, or a
 * curve of at least 256. Nothing is said of algorithms we do not know.
 */
final class KeyStrengthRule implements CertificateRule {
    private static final int MAX_RSA_BITS = 8192;

    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return chain.path().stream()
                .map(ServerCertificate::key)
                .filter(key -> key.bits() > 0)
                .map(key -> new Verdict(strength(key), Map.of("key", key.toString())))
                .max(Comparator.comparing(Verdict::result));
    }

    private static CertificateResult strength(PublicKeyKind key) {
        return key.algorithm().equals("RSA") ? rsa(key.bits()) : curve(key.bits());
    }

    private static CertificateResult rsa(int bits) {
        if (bits > MAX_RSA_BITS) {
            return CertificateResult.KEY_TOO_LONG;
        }
        if (bits < 1024) {
            return CertificateResult.KEY_TOO_SHORT;
        }
        return bits < 2048 ? CertificateResult.KEY_SHORT : CertificateResult.KEY_STRONG;
    }

    private static CertificateResult curve(int bits) {
        return bits < 256 ? CertificateResult.KEY_SHORT : CertificateResult.KEY_STRONG;
    }
}
