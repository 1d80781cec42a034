package dev.mailcheck.tls.certificate;

import org.bouncycastle.asn1.x509.Certificate;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of an X.509 certificate that rules look at (RFC 5280, section 4).
 *
 * @param name what people know it by: the common name of its subject, else the whole subject
 * @param issuer the same of its issuer
 * @param dnsNames of the subject alternative name, lower case, the first thousand
 * @param signatureAlgorithm as the standards write it, or its number
 * @param authority it may issue certificates
 * @param forServers its key may be used by TLS servers
 * @param forSigning its key may sign, as all key exchanges of today have it do
 * @param selfIssued subject and issuer are the same
 */
public record ServerCertificate(
        String name,
        String issuer,
        List<String> dnsNames,
        Instant notBefore,
        Instant notAfter,
        PublicKeyKind key,
        String signatureAlgorithm,
        boolean authority,
        boolean forServers,
        boolean forSigning,
        boolean selfIssued) {
    public ServerCertificate {
        dnsNames = List.copyOf(dnsNames);
    }

    /** Reads DER in base64; empty for what is no certificate. */
    public static Optional<ServerCertificate> parse(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return Optional.of(new CertificateReader(Certificate.getInstance(der)).read());
        } catch (RuntimeException malformed) {
            // Bouncy Castle parses late, and throws this and that at what does not parse.
            return Optional.empty();
        }
    }

    /** Whether it is for this host (RFC 9525, section 6.3). */
    public boolean isFor(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return dnsNames.stream().anyMatch(name -> HostNameRule.matches(name, wanted));
    }
}
