package dev.mailcheck.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certification authorities a public sender would trust: the JDK's, and those of {@code
 * --ca-file}.
 */
public interface TrustAnchors {
    /** The trusted certificates; loaded at the first call, since a check without TLS needs none. */
    List<X509Certificate> certificates();
}
