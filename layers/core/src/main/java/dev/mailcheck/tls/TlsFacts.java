package dev.mailcheck.tls;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What one handshake showed, also of one that failed half-way.
 *
 * @param offer name of the {@link TlsOffer}
 * @param version as TLSv1.3
 * @param cipherSuite IANA name
 * @param group of the key exchange: IANA name, or "dh" for an unnamed group; none for static RSA
 * @param groupBits size of a finite-field group, else 0
 * @param extendedMasterSecret RFC 7627; TLS 1.3 always has its like
 * @param secureRenegotiation RFC 5746; not asked in TLS 1.3, which cannot renegotiate
 * @param compressed it chose to compress, which was offered
 * @param ocspResponse the certificate status it sent along (RFC 6960), DER in base64; empty for one
 *     too large to keep
 * @param certificatesSent how many
 * @param certificateBytes the size of all of them together
 * @param certificates DER in base64, as sent, the server's own first; the first ten. Empty text for
 *     one too large to keep
 * @param failure none where the handshake was completed
 * @param detail the alert or the error in English, for evidence
 * @param trust what a public trust store says of the certificates; none without certificates
 * @param staple what the certificate status says; none without one that could be read
 */
@Json
public record TlsFacts(
        String offer,
        Optional<String> version,
        Optional<String> cipherSuite,
        Optional<String> group,
        int groupBits,
        boolean extendedMasterSecret,
        Optional<Boolean> secureRenegotiation,
        boolean compressed,
        Optional<String> ocspResponse,
        int certificatesSent,
        int certificateBytes,
        List<String> certificates,
        Optional<TlsFailure> failure,
        String detail,
        Optional<Trust> trust,
        Optional<Staple> staple) {
    public TlsFacts {
        certificates = List.copyOf(certificates);
    }

    /** Whether all certificates that were sent were kept; of others nothing bad may be said. */
    public boolean chainIsWhole() {
        return certificatesSent <= certificates.size()
                && certificates.stream().noneMatch(String::isEmpty);
    }

    public boolean completed() {
        return failure.isEmpty();
    }

    /** The server took one of the offered suites, whether or not we went on from there. */
    public boolean accepted() {
        return completed() || failure.filter(f -> f == TlsFailure.CHOICE_SEEN).isPresent();
    }

    /** The server would have nothing of the offer: it said so, or hung up. */
    public boolean refused() {
        return failure.filter(f -> f == TlsFailure.ALERT || f == TlsFailure.CLOSED).isPresent();
    }

    /** The same with another reason, for what only the owner of the connection knows. */
    public TlsFacts failedBy(TlsFailure reason) {
        return new TlsFacts(
                offer,
                version,
                cipherSuite,
                group,
                groupBits,
                extendedMasterSecret,
                secureRenegotiation,
                compressed,
                ocspResponse,
                certificatesSent,
                certificateBytes,
                certificates,
                Optional.of(reason),
                detail,
                trust,
                staple);
    }

    /** The same without what the server showed of itself, where another session tells it. */
    public TlsFacts withoutCertificates() {
        return new TlsFacts(
                offer,
                version,
                cipherSuite,
                group,
                groupBits,
                extendedMasterSecret,
                secureRenegotiation,
                compressed,
                Optional.empty(),
                0,
                0,
                List.of(),
                failure,
                detail,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what a trust store and the issuer's key say. */
    public TlsFacts verified(Trust verdict, Optional<Staple> verification) {
        return new TlsFacts(
                offer,
                version,
                cipherSuite,
                group,
                groupBits,
                extendedMasterSecret,
                secureRenegotiation,
                compressed,
                ocspResponse,
                certificatesSent,
                certificateBytes,
                certificates,
                failure,
                detail,
                Optional.of(verdict),
                verification);
    }
}
