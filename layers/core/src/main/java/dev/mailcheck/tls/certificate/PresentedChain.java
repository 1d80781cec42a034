package dev.mailcheck.tls.certificate;

import dev.mailcheck.tls.Staple;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.Trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificates one host presented, with all that rules need to judge them.
 *
 * @param host the name a sender expects
 * @param certificates as sent, the first ten; a certificate that cannot be parsed is empty
 * @param sent how many were sent
 * @param bytes how large all that were sent are together
 * @param staple what the certificate status says that was sent along, if one was
 * @param at the time to judge by
 */
public record PresentedChain(
        String host,
        List<Optional<ServerCertificate>> certificates,
        int sent,
        int bytes,
        Trust trust,
        Optional<Staple> staple,
        Instant at) {
    public PresentedChain {
        certificates = List.copyOf(certificates);
    }

    /**
     * What a handshake showed.
     *
     * @param host the name a sender expects
     * @param at the time to judge by
     */
    public static PresentedChain of(String host, TlsFacts facts, Instant at) {
        return new PresentedChain(
                host,
                facts.certificates().stream().map(ServerCertificate::parse).toList(),
                facts.certificatesSent(),
                facts.certificateBytes(),
                facts.trust().orElseGet(() -> new Trust(Trust.Reason.NO_TRUST_STORE, List.of())),
                facts.staple(),
                at);
    }

    /** The server's own certificate. */
    public Optional<ServerCertificate> own() {
        return certificates.stream().findFirst().flatMap(certificate -> certificate);
    }

    /** Its own and those above it on the way to an anchor; its own alone where there is no way. */
    public List<ServerCertificate> path() {
        List<ServerCertificate> path =
                trust.path().stream()
                        .filter(position -> position < certificates.size())
                        .flatMap(position -> certificates.get(position).stream())
                        .toList();
        return path.isEmpty() ? own().stream().toList() : path;
    }

    /** Who issued the certificate at which the way ends. */
    String lastIssuer() {
        return path().isEmpty() ? "-" : path().getLast().issuer();
    }
}
