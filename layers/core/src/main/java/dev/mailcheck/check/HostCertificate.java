package dev.mailcheck.check;

import dev.mailcheck.check.TlsParameters.Judged;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.Trust;
import dev.mailcheck.tls.certificate.CertificateRule;
import dev.mailcheck.tls.certificate.PresentedChain;
import dev.mailcheck.tls.certificate.ServerCertificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds the certificates of one handshake to all rules. Under which weight is decided here: for now
 * always the opportunistic one.
 */
final class HostCertificate {
    private final String host;
    private final TlsFacts facts;
    private final Instant at;

    HostCertificate(String host, TlsFacts facts, Instant at) {
        this.host = host;
        this.facts = facts;
        this.at = at;
    }

    /** None where the handshake failed before the server showed a certificate. */
    List<Judged> judge() {
        if (facts.certificates().isEmpty()) {
            return List.of();
        }
        PresentedChain chain = chain();
        return CertificateRule.ALL.stream()
                .map(rule -> rule.judge(chain))
                .flatMap(Optional::stream)
                .map(HostCertificate::weighed)
                .toList();
    }

    private static Judged weighed(CertificateRule.Verdict verdict) {
        return new Judged(
                CertificateWeight.OPPORTUNISTIC.code(verdict.result()), verdict.arguments());
    }

    private PresentedChain chain() {
        return new PresentedChain(
                host,
                facts.certificates().stream().map(ServerCertificate::parse).toList(),
                facts.certificatesSent(),
                facts.trust().orElseGet(() -> new Trust(Trust.Reason.NO_TRUST_STORE, List.of())),
                at);
    }
}
