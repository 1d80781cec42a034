package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;

/**
 * A server's certificate is not one that may issue others (RFC 5280, section 4.2.1.9): whoever
 * takes its key can then make more. Certificates that sign themselves are left out: tools make them
 * so, and nobody trusts them anyway.
 */
final class AuthorityRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return chain.own()
                .filter(certificate -> certificate.authority() && !certificate.selfIssued())
                .map(certificate -> new Verdict(CertificateResult.IS_AUTHORITY, Map.of()));
    }
}
