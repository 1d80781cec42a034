package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;

/** The chain leads to an authority that public trust stores hold (RFC 5280, section 6.1). */
final class TrustRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        CertificateResult result =
                switch (chain.trust().reason()) {
                    case ANCHORED -> CertificateResult.TRUSTED;
                    case SELF_SIGNED -> CertificateResult.SELF_SIGNED;
                    case MISSING_INTERMEDIATE -> CertificateResult.CHAIN_INCOMPLETE;
                    case NO_TRUST_STORE, NOT_COMPUTED -> CertificateResult.TRUST_NOT_KNOWN;
                    case UNKNOWN_ISSUER,
                            BAD_SIGNATURE,
                            NOT_A_CA,
                            NAME_NOT_PERMITTED,
                            CRITICAL_EXTENSION,
                            MALFORMED_CERTIFICATE ->
                            CertificateResult.UNTRUSTED;
                };
        String issuer = chain.path().isEmpty() ? "-" : chain.path().getLast().issuer();
        return Optional.of(
                new Verdict(
                        result, Map.of("issuer", issuer, "reason", chain.trust().reason().name())));
    }
}
