package dev.mailcheck.world.tls;

import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.List;

/** A client that offers what it is told, also what nobody should, and accepts everything. */
final class OldClient extends DefaultTlsClient {
    private final List<String> versions;
    private final List<String> suites;
    private int groupBits;
    private int chosen;

    OldClient(List<String> versions, List<String> suites) {
        super(new BcTlsCrypto(new SecureRandom()));
        this.versions = versions;
        this.suites = suites;
    }

    /** Does the handshake and returns the first thing the server says. */
    int connect(Socket socket) throws IOException {
        TlsClientProtocol protocol =
                new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
        protocol.connect(this);
        protocol.getOutputStream().write('?');
        return protocol.getInputStream().read();
    }

    String version() {
        return TlsNames.version(agreed().getNegotiatedVersion());
    }

    String suite() {
        return TlsNames.suite(agreed().getCipherSuite());
    }

    boolean extendedMasterSecret() {
        return agreed().isExtendedMasterSecret();
    }

    /** Returns the size of the Diffie-Hellman group, 0 if there was none. */
    int groupBits() {
        return groupBits;
    }

    /** Returns what the server chose, whether or not the handshake came to its end. */
    String chosen() {
        return TlsNames.suite(chosen);
    }

    @Override
    public void notifySelectedCipherSuite(int suite) {
        chosen = suite;
        super.notifySelectedCipherSuite(suite);
    }

    private SecurityParameters agreed() {
        return context.getSecurityParametersConnection();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return versions.stream().map(TlsNames::version).toArray(ProtocolVersion[]::new);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return suites.stream().mapToInt(TlsNames::suite).toArray();
    }

    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return this::note;
    }

    private boolean note(DHGroup group) {
        groupBits = group.getP().bitLength();
        return true;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) {}

            @Override
            public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
                return null;
            }
        };
    }
}
