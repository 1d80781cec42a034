package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;

/**
 * The chain leads to an authority that public trust stores hold (RFC 5280, section 6.1). Where a
 * fault that another rule names ends the way, this one has nothing to add.
 */
final class TrustRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return switch (chain.trust().reason()) {
            case ANCHORED -> verdict(CertificateResult.TRUSTED, chain);
            case SELF_SIGNED -> verdict(CertificateResult.SELF_SIGNED, chain);
            case NO_TRUST_STORE, NOT_COMPUTED -> verdict(CertificateResult.TRUST_NOT_KNOWN, chain);
            case UNKNOWN_ISSUER, NAME_NOT_PERMITTED, CRITICAL_EXTENSION, MALFORMED_CERTIFICATE ->
                    verdict(CertificateResult.UNTRUSTED, chain);
            case MISSING_INTERMEDIATE, BAD_SIGNATURE, NOT_A_CA -> Optional.empty();
        };
    }

    private static Optional<Verdict> verdict(CertificateResult result, PresentedChain chain) {
        return Optional.of(
                new Verdict(
                        result,
                        Map.of(
                                "issuer", chain.lastIssuer(),
                                "reason", chain.trust().reason().name())));
    }
}
