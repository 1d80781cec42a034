package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;

/**
 * Where the certificate states purposes, TLS servers are among them (RFC 5280, section 4.2.1.12).
 */
final class ServerUsageRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return chain.own()
                .filter(certificate -> !certificate.forServers())
                .map(certificate -> new Verdict(CertificateResult.NOT_FOR_SERVERS, Map.of()));
    }
}
