package dev.mailcheck.tls.certificate;

import dev.mailcheck.tls.Trust;

import java.util.Map;
import java.util.Optional;

/**
 * Who issued on the way may issue, and the server's own certificate may not (RFC 5280, section
 * 4.2.1.9): whoever takes its key can otherwise make more. Of certificates that sign themselves the
 * latter is not asked: tools make them so, and nobody trusts them anyway.
 */
final class AuthorityRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        if (chain.trust().reason() == Trust.Reason.NOT_A_CA) {
            return Optional.of(
                    new Verdict(
                            CertificateResult.ISSUER_NOT_ENTITLED,
                            Map.of("issuer", chain.lastIssuer())));
        }
        return chain.own()
                .filter(certificate -> certificate.authority() && !certificate.selfIssued())
                .map(certificate -> new Verdict(CertificateResult.IS_AUTHORITY, Map.of()));
    }
}
