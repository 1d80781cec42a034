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
 * @param ocspStaple the server sent a certificate status along
 * @param certificatesSent how many; the first ten are kept
 * @param certificates DER in base64, as sent, the server's own first
 * @param failure none where the handshake was completed
 * @param detail the alert or the error in English, for evidence
 * @param trust what a public trust store says of the certificates; none without certificates
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
        boolean ocspStaple,
        int certificatesSent,
        List<String> certificates,
        Optional<TlsFailure> failure,
        String detail,
        Optional<Trust> trust) {
    public TlsFacts {
        certificates = List.copyOf(certificates);
    }

    public boolean completed() {
        return failure.isEmpty();
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
                ocspStaple,
                certificatesSent,
                certificates,
                Optional.of(reason),
                detail,
                trust);
    }

    /** The same with the verdict of a trust store. */
    public TlsFacts judged(Trust verdict) {
        return new TlsFacts(
                offer,
                version,
                cipherSuite,
                group,
                groupBits,
                extendedMasterSecret,
                secureRenegotiation,
                ocspStaple,
                certificatesSent,
                certificates,
                failure,
                detail,
                Optional.of(verdict));
    }
}
