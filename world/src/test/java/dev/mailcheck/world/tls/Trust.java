package dev.mailcheck.world.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A TLS client by the JDK and whom it trusts. */
public final class Trust {
    private final SSLContext context;
    private final String nameCheck;

    private Trust(TrustManager[] managers, String nameCheck) {
        this.nameCheck = nameCheck;
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts this root alone and checks the server's name. */
    public static Trust inWorld(CertificateAuthority ca) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("root", ca.root());
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return new Trust(factory.getTrustManagers(), "HTTPS");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts everybody and looks at nothing. */
    public static Trust inAnyone() {
        return new Trust(new TrustManager[] {new TrustAnyone()}, "");
    }

    /** Connects and does the handshake. */
    public SSLSocket connect(InetSocketAddress server, String host) throws IOException {
        return handshake(new Socket(server.getAddress(), server.getPort()), host);
    }

    /** Does the handshake over a connection. */
    public SSLSocket handshake(Socket plain, String host) throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        context.getSocketFactory().createSocket(plain, host, plain.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(nameCheck);
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }
}
