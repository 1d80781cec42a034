package dev.mailcheck.tls.certificate;

import dev.mailcheck.tls.Trust;

import java.util.Map;
import java.util.Optional;

/**
 * The server sends all certificates between its own and that of a public authority (RFC 8446,
 * section 4.4.2): a sender does not fetch what is missing.
 */
final class CompletenessRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return Optional.of(chain.trust().reason())
                .filter(reason -> reason == Trust.Reason.MISSING_INTERMEDIATE)
                .map(reason ->
                        new Verdict(
                                CertificateResult.CHAIN_INCOMPLETE,
                                Map.of("issuer", chain.lastIssuer())));
    }
}
