package dev.mailcheck.world.tls;

import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsServerProtocol;

import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLEngine;

/** TLS by Bouncy Castle, for versions, suites and groups that the JDK refuses. */
record LegacyTlsServer(
        TlsSettings settings, TlsSettings.Legacy legacy, Identity identity, JdkTlsServer jdk)
        implements TlsServer {
    @Override
    public TlsLink handshake(Socket plain) throws IOException {
        TlsServerProtocol protocol =
                new TlsServerProtocol(plain.getInputStream(), plain.getOutputStream());
        LegacyPeer peer = new LegacyPeer(settings, legacy, identity);
        protocol.accept(peer);
        SecurityParameters agreed = peer.agreed();
        return new TlsLink(
                protocol.getInputStream(),
                protocol.getOutputStream(),
                TlsNames.version(agreed.getNegotiatedVersion()),
                TlsNames.suite(agreed.getCipherSuite()));
    }

    @Override
    public SSLEngine engine() {
        return jdk.engine();
    }
}
