package dev.mailcheck.world.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The server's side of TLS by the JDK, so that the client under test meets a foreign partner. */
public final class TlsServer {
    private final TlsSettings settings;
    private final SSLContext context;

    /** Prepares a server that shows a certificate of this authority. */
    public TlsServer(TlsSettings settings, CertificateAuthority authority) {
        this.settings = settings;
        this.context = context(authority.issue(settings.certificate()));
    }

    private static SSLContext context(Identity identity) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new OneKey(identity)}, new TrustManager[0], null);
            return context;
        } catch (NoSuchAlgorithmException | KeyManagementException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /**
     * Does the handshake on a connection.
     *
     * @param read bytes that were read from it already and belong to the handshake
     */
    public SSLSocket handshake(Socket plain, byte[] read) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, new ByteArrayInputStream(read), true);
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(settings.protocols().toArray(String[]::new));
        if (!settings.suites().isEmpty()) {
            socket.setEnabledCipherSuites(settings.suites().toArray(String[]::new));
        }
        socket.startHandshake();
        return socket;
    }

    /** Returns an engine in the server's role, for faults in the middle of a handshake. */
    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(settings.protocols().toArray(String[]::new));
        return engine;
    }
}
