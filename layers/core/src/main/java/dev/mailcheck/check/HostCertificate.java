package dev.mailcheck.check;

import dev.mailcheck.check.TlsParameters.Judged;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.certificate.CertificateRule;
import dev.mailcheck.tls.certificate.PresentedChain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the certificates of one handshake to all rules, under the weight that counts there. */
final class HostCertificate {
    private final String host;
    private final TlsFacts facts;
    private final CertificateWeight weight;
    private final Instant at;

    HostCertificate(String host, TlsFacts facts, CertificateWeight weight, Instant at) {
        this.host = host;
        this.facts = facts;
        this.weight = weight;
        this.at = at;
    }

    /** None where the handshake failed before the server showed a certificate. */
    List<Judged> judge() {
        if (facts.certificates().isEmpty()) {
            return List.of();
        }
        PresentedChain chain = PresentedChain.of(host, facts, at);
        Stream<Judged> verdicts =
                CertificateRule.ALL.stream()
                        .flatMap(rule -> rule.judge(chain).stream())
                        .flatMap(verdict -> weighed(verdict).stream());
        return Stream.concat(pinned().stream(), verdicts).toList();
    }

    /** Why so little is said of it. */
    private Optional<Judged> pinned() {
        return weight == CertificateWeight.DANE_EE
                ? Optional.of(new Judged(FindingCode.INBOUND_TLS_CERTIFICATE_PINNED, Map.of()))
                : Optional.empty();
    }

    private Optional<Judged> weighed(CertificateRule.Verdict verdict) {
        Map<String, String> arguments = new HashMap<>(verdict.arguments());
        weight.rule().ifPresent(rule -> arguments.put("rule", rule));
        return weight.code(verdict.result()).map(code -> new Judged(code, arguments));
    }
}
