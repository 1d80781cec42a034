package dev.mailcheck.world.tls;

import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLEngine;

/** The server's side of TLS. */
public interface TlsServer {
    /** Does the handshake on a connection from which nothing of it was read yet. */
    TlsLink handshake(Socket plain) throws IOException;

    /** Returns an engine in the server's role, for faults in the middle of a handshake. */
    SSLEngine engine();

    /** Makes a server that shows a certificate of this authority. */
    static TlsServer of(TlsSettings settings, CertificateAuthority authority) {
        Identity identity = authority.issue(settings.certificate());
        JdkTlsServer jdk = new JdkTlsServer(settings, identity);
        return settings.legacy()
                .<TlsServer>map(legacy -> new LegacyTlsServer(settings, legacy, identity, jdk))
                .orElse(jdk);
    }
}
