package dev.mailcheck.tls.certificate;

import java.util.Map;
import java.util.Optional;

/**
 * Where the certificate states purposes, TLS servers are among them (RFC 5280, section 4.2.1.12);
 * where it states what its key is for, a handshake of today is among that (section 4.2.1.3).
 */
final class ServerUsageRule implements CertificateRule {
    @Override
    public Optional<Verdict> judge(PresentedChain chain) {
        return chain.own().flatMap(ServerUsageRule::judge);
    }

    private static Optional<Verdict> judge(ServerCertificate certificate) {
        if (!certificate.forServers()) {
            return Optional.of(new Verdict(CertificateResult.NOT_FOR_SERVERS, Map.of()));
        }
        return certificate.forSigning()
                ? Optional.empty()
                : Optional.of(new Verdict(CertificateResult.NOT_FOR_SIGNING, Map.of()));
    }
}
