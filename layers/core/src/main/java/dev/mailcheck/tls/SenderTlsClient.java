package dev.mailcheck.tls;

import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.DHGroup;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Vector;

/**
 * A client that behaves as a mail sender under opportunistic TLS: any certificate will do, and only
 * what breaks the protocol breaks the handshake. What it sees goes into its notes.
 */
@SuppressWarnings({"rawtypes", "JdkObsolete"})
final class SenderTlsClient extends AbstractTlsClient implements TlsAuthentication {
    private static final Integer STATUS_REQUEST = 5;

    /** One byte of type, and three of length. */
    private static final int STATUS_HEADER = 4;

    private final TlsOffer offer;
    private final Optional<String> serverName;
    private final TlsNotes notes;

    SenderTlsClient(TlsOffer offer, Optional<String> serverName, TlsNotes notes) {
        super(new ObservingCrypto(notes));
        this.offer = offer;
        this.serverName = serverName;
        this.notes = notes;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return offer.versions().toArray(ProtocolVersion[]::new);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return offer.suites().stream().mapToInt(TlsCipherSuite::id).toArray();
    }

    @Override
    protected Vector getSupportedGroups(Vector roles) {
        return new Vector<>(offer.groups());
    }

    @Override
    protected @Nullable Vector getSNIServerNames() {
        return serverName
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .map(name -> new ServerName(NameType.host_name, name))
                .map(SenderTlsClient::vectorOf)
                .orElse(null);
    }

    private static Vector vectorOf(ServerName name) {
        Vector<ServerName> names = new Vector<>();
        names.add(name);
        return names;
    }

    /** How many there may be is for {@link ObservingCrypto} to say. */
    @Override
    public int getMaxCertificateChainLength() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return HandshakeInput.MAX_BYTES;
    }

    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return this::accept;
    }

    private boolean accept(DHGroup group) {
        int bits = group.getP().bitLength();
        notes.unnamedGroup(bits);
        if (bits > KeyBounds.MAX_DH_BITS) {
            notes.refuse(TlsFailure.NOT_COMPUTED);
        }
        return bits <= KeyBounds.MAX_DH_BITS && offer.reach() == TlsOffer.Reach.END;
    }

    @Override
    public void notifySelectedCipherSuite(int suite) {
        super.notifySelectedCipherSuite(suite);
        notes.cipherSuite(suite);
    }

    @Override
    public void notifySecureRenegotiation(boolean offered) {
        notes.secureRenegotiation(offered);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        if (level == AlertLevel.fatal) {
            notes.alertReceived(AlertDescription.getText(description));
        }
    }

    @Override
    public void notifyHandshakeComplete() {
        SecurityParameters parameters = context.getSecurityParametersConnection();
        notes.extendedMasterSecret(parameters.isExtendedMasterSecret());
        if (parameters.getNegotiatedGroup() >= 0) {
            notes.group(parameters.getNegotiatedGroup());
        }
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return this;
    }

    @Override
    public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
        staple(certificate).ifPresent(notes::ocspResponse);
    }

    /** TLS 1.3 has it beside the certificate (RFC 8446, section 4.4.2.1), older versions apart. */
    private static Optional<byte[]> staple(TlsServerCertificate certificate) throws IOException {
        CertificateStatus apart = certificate.getCertificateStatus();
        if (apart != null) {
            return apart.getStatusType() == CertificateStatusType.ocsp
                    ? Optional.of(apart.getOCSPResponse().getEncoded())
                    : Optional.empty();
        }
        var extensions = certificate.getCertificate().getCertificateEntryAt(0).getExtensions();
        byte[] beside = extensions == null ? null : (byte[]) extensions.get(STATUS_REQUEST);
        return beside == null
                        || beside.length < STATUS_HEADER
                        || beside[0] != CertificateStatusType.ocsp
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(beside, STATUS_HEADER, beside.length));
    }

    @Override
    public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
        return null;
    }
}
