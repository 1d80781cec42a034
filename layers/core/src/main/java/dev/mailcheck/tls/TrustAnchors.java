package dev.mailcheck.tls;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The certification authorities a public sender would trust: the JDK's, and those of {@code
 * --ca-file}.
 */
public interface TrustAnchors {
    /** The trusted certificates; loaded at the first call, since a check without TLS needs none. */
    List<X509Certificate> certificates();

    /**
     * The same in DER, which takes no parsing: of over a hundred anchors a chain needs one. Empty
     * where the trust store cannot be read, and then no chain can be judged.
     */
    default List<byte[]> encoded() {
        List<byte[]> encoded = new ArrayList<>();
        for (X509Certificate certificate : certificates()) {
            try {
                encoded.add(certificate.getEncoded());
            } catch (CertificateEncodingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return encoded;
    }
}
