package dev.mailcheck.world.tls;

import java.util.List;
import java.util.Optional;

/**
 * How a server of the world does TLS.
 *
 * @param certificate what it shows
 * @param protocols the versions it accepts, such as {@code TLSv1.3}
 * @param suites the cipher suites it accepts, best first, by their IANA names; empty for the
 *     default of whoever does it
 * @param legacy empty for a server by the JDK; else one by Bouncy Castle, which knows what the JDK
 *     refuses
 */
public record TlsSettings(
        CertificateSpec certificate,
        List<String> protocols,
        List<String> suites,
        Optional<Legacy> legacy) {
    /**
     * What a legacy server may do besides old versions and suites.
     *
     * @param dhBits the size of its Diffie-Hellman group: 768, 1024 or 2048
     * @param extendedMasterSecret whether it knows RFC 7627
     */
    public record Legacy(int dhBits, boolean extendedMasterSecret) {}

    private static final List<String> STRICT =
            List.of(
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_CHACHA20_POLY1305_SHA256",
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    public TlsSettings {
        protocols = List.copyOf(protocols);
        suites = List.copyOf(suites);
    }

    /** Returns TLS 1.3 and 1.2 with authenticated encryption and ECDHE only. */
    public static TlsSettings modern(CertificateSpec certificate) {
        return new TlsSettings(
                certificate, List.of("TLSv1.3", "TLSv1.2"), STRICT, Optional.empty());
    }

    /** Returns a server that accepts TLS 1.0 to 1.2 and nothing newer, with a 1024-bit group. */
    public static TlsSettings legacy(CertificateSpec certificate) {
        return new TlsSettings(
                certificate,
                List.of("TLSv1.2", "TLSv1.1", "TLSv1"),
                List.of(),
                Optional.of(new Legacy(1024, true)));
    }

    /** Returns these settings with other protocol versions. */
    public TlsSettings protocols(String... versions) {
        return new TlsSettings(certificate, List.of(versions), suites, legacy);
    }

    /** Returns these settings with other cipher suites. */
    public TlsSettings suites(String... names) {
        return new TlsSettings(certificate, protocols, List.of(names), legacy);
    }

    /** Returns these settings with another certificate. */
    public TlsSettings certificate(CertificateSpec other) {
        return new TlsSettings(other, protocols, suites, legacy);
    }

    /** Returns these settings for a legacy server. */
    public TlsSettings legacy(Legacy traits) {
        return new TlsSettings(certificate, protocols, suites, Optional.of(traits));
    }
}
