package dev.mailcheck.tls.certificate;

import dev.mailcheck.tls.Trust;

import java.util.Map;
import java.util.Optional;

/**
 * Each signature on the way is by the key of the certificate that is named as issuer (RFC 5280,
 * section 4.1.1.3). With what algorithm is another rule's matter.
 */
final class SignatureRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return Optional.of(chain.trust().reason())
                .filter(reason -> reason == Trust.Reason.BAD_SIGNATURE)
                .map(reason ->
                        new Verdict(
                                CertificateResult.SIGNATURE_BROKEN,
                                Map.of("issuer", chain.lastIssuer())));
    }
}
