package dev.mailcheck.cli.embedded;

import dev.mailcheck.tls.TrustAnchors;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS to servers whose certificate has to be good by the anchors that the checks go by. */
final class TrustedSockets {
    private TrustedSockets() {}

    static SSLSocketFactory of(TrustAnchors anchors) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate anchor : anchors.certificates()) {
                store.setCertificateEntry(String.valueOf(store.size()), anchor);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }
}
