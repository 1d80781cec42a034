package dev.mailcheck.world.tls;

import java.util.List;

/**
 * How a server of the world does TLS.
 *
 * @param certificate what it shows
 * @param protocols the versions it accepts, such as {@code TLSv1.3}
 * @param suites the cipher suites it accepts, by their JDK names; empty for the JDK's default
 */
public record TlsSettings(
        CertificateSpec certificate, List<String> protocols, List<String> suites) {
    public TlsSettings {
        protocols = List.copyOf(protocols);
        suites = List.copyOf(suites);
    }

    /** Returns TLS 1.3 and 1.2 with the JDK's cipher suites. */
    public static TlsSettings modern(CertificateSpec certificate) {
        return new TlsSettings(certificate, List.of("TLSv1.3", "TLSv1.2"), List.of());
    }

    /** Returns these settings with other protocol versions. */
    public TlsSettings protocols(String... versions) {
        return new TlsSettings(certificate, List.of(versions), suites);
    }

    /** Returns these settings with other cipher suites. */
    public TlsSettings suites(String... names) {
        return new TlsSettings(certificate, protocols, List.of(names));
    }

    /** Returns these settings with another certificate. */
    public TlsSettings certificate(CertificateSpec other) {
        return new TlsSettings(other, protocols, suites);
    }
}
