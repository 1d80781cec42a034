package dev.mailcheck.report;

import dev.mailcheck.report.OutlookSource.Break;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.certificate.PresentedChain;
import dev.mailcheck.tls.certificate.ServerCertificate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When the first of the certificates ends on which a client's trust in a host rests. */
final class CertificateEnds {
    private static final String EVENT = "CERTIFICATE_EXPIRES";

    private CertificateEnds() {}

    /** None where no certificate was shown that can be read. */
    static Optional<Break> of(String host, TlsFacts facts) {
        return path(host, facts).stream()
                .map(ServerCertificate::notAfter)
                .min(Comparator.naturalOrder())
                .map(end -> new Break(EVENT, host, end));
    }

    /** The server's own and those between it and the anchor. */
    private static List<ServerCertificate> path(String host, TlsFacts facts) {
        return PresentedChain.of(host, facts, Instant.EPOCH).path();
    }
}
