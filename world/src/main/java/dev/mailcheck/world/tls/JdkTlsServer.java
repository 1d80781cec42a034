package dev.mailcheck.world.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** TLS by the JDK, so that a client by another library meets a foreign partner. */
final class JdkTlsServer implements TlsServer {
    private final TlsSettings settings;
    private final SSLContext context;

    JdkTlsServer(TlsSettings settings, Identity identity) {
        this.settings = settings;
        this.context = context(identity);
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

    @Override
    public TlsLink handshake(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        plain,
                                        plain.getInetAddress().getHostAddress(),
                                        plain.getPort(),
                                        true);
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(settings.protocols().toArray(String[]::new));
        if (!settings.suites().isEmpty()) {
            socket.setEnabledCipherSuites(settings.suites().toArray(String[]::new));
        }
        socket.startHandshake();
        SSLSession session = socket.getSession();
        return new TlsLink(
                socket.getInputStream(),
                socket.getOutputStream(),
                session.getProtocol(),
                session.getCipherSuite());
    }

    @Override
    public SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(settings.protocols().toArray(String[]::new));
        if (!settings.suites().isEmpty()) {
            engine.setEnabledCipherSuites(settings.suites().toArray(String[]::new));
        }
        return engine;
    }
}
