package dev.mailcheck.world.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a TLS server shows and proves.
 *
 * @param privateKey the key of the first certificate
 * @param chain the certificates in the order in which they are sent
 */
public record Identity(PrivateKey privateKey, List<X509Certificate> chain) {
    public Identity {
        chain = List.copyOf(chain);
    }

    /** Returns the server's own certificate. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }
}
