package dev.mailcheck.tls;

import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;

/** A TLS server that picks and sends what a test wants, which no server program lets one do. */
public final class ForgingTlsServer extends DefaultTlsServer {
    private final BcTlsCrypto crypto;
    private final ForgedKey key;
    private final List<byte[]> chain;
    private ProtocolVersion version = ProtocolVersion.TLSv13;
    private int @Nullable [] suites;
    private int @Nullable [] groups;
    private boolean masterSecret = true;
    private Optional<TlsDHConfig> dh = Optional.empty();
    private Optional<byte[]> staple = Optional.empty();

    public ForgingTlsServer(ForgedKey key, List<byte[]> chain) {
        this(new BcTlsCrypto(), key, chain);
    }

    private ForgingTlsServer(BcTlsCrypto crypto, ForgedKey key, List<byte[]> chain) {
        super(crypto);
        this.crypto = crypto;
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    public ForgingTlsServer version(ProtocolVersion only) {
        version = only;
        return this;
    }

    public ForgingTlsServer suites(int... only) {
        suites = only;
        return this;
    }

    public ForgingTlsServer groups(int... only) {
        groups = only;
        return this;
    }

    public ForgingTlsServer withoutExtendedMasterSecret() {
        masterSecret = false;
        return this;
    }

    public ForgingTlsServer dh(TlsDHConfig group) {
        dh = Optional.of(group);
        return this;
    }

    /** Sends this certificate status along, be it one or not. */
    public ForgingTlsServer staple(byte[] response) {
        staple = Optional.of(response);
        return this;
    }

    /** Shakes hands and then waits for the client to hang up. */
    public void serve(InputStream input, OutputStream output) throws IOException {
        TlsServerProtocol protocol = new TlsServerProtocol(input, output);
        protocol.accept(this);
        protocol.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Shakes hands, and then takes no part in SMTP but to say yes to everything. */
    public void serveSmtp(InputStream input, OutputStream output) throws IOException {
        TlsServerProtocol protocol = new TlsServerProtocol(input, output);
        protocol.accept(this);
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                protocol.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String reply = line.startsWith("QUIT") ? "221 bye\r\n" : "250 yes\r\n";
            protocol.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return new ProtocolVersion[] {version};
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return suites == null ? super.getSupportedCipherSuites() : suites;
    }

    @Override
    public int[] getSupportedGroups() throws IOException {
        return groups == null ? super.getSupportedGroups() : groups;
    }

    @Override
    protected int selectECDH(int minimumCurveBits) {
        return groups == null ? super.selectECDH(minimumCurveBits) : groups[0];
    }

    @Override
    public boolean shouldUseExtendedMasterSecret() {
        return masterSecret;
    }

    @Override
    public TlsDHConfig getDHConfig() throws IOException {
        return dh.isPresent() ? dh.get() : super.getDHConfig();
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        return signer();
    }

    private TlsCredentialedSigner signer() throws IOException {
        AsymmetricKeyParameter privateKey = key.pair().orElseThrow().getPrivate();
        short algorithm =
                privateKey instanceof RSAKeyParameters
                        ? SignatureAlgorithm.rsa_pss_rsae_sha256
                        : SignatureAlgorithm.ecdsa;
        short hash =
                privateKey instanceof RSAKeyParameters
                        ? HashAlgorithm.Intrinsic
                        : HashAlgorithm.sha256;
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                privateKey,
                certificates(),
                new SignatureAndHashAlgorithm(hash, algorithm));
    }

    private Certificate certificates() throws IOException {
        List<TlsCertificate> certificates = new ArrayList<>();
        byte[] sound = Forged.host("decoy", ForgedKey.ec()).der();
        for (byte[] der : chain) {
            certificates.add(new Disguised(crypto, sound, der));
        }
        if (!TlsUtils.isTLSv13(context)) {
            return new Certificate(certificates.toArray(TlsCertificate[]::new));
        }
        CertificateEntry[] entries =
                certificates.stream()
                        .map(certificate -> new CertificateEntry(certificate, extensions()))
                        .toArray(CertificateEntry[]::new);
        return new Certificate(TlsUtils.EMPTY_BYTES, entries);
    }

    /** TLS 1.3 sends it beside the certificate. */
    private @Nullable Hashtable<Integer, byte[]> extensions() {
        return staple.map(ForgingTlsServer::statusExtension).orElse(null);
    }

    @SuppressWarnings("JdkObsolete") // Bouncy Castle wants one.
    private static Hashtable<Integer, byte[]> statusExtension(byte[] response) {
        ByteBuffer status = ByteBuffer.allocate(4 + response.length);
        status.putInt(1 << 24 | response.length).put(response);
        Hashtable<Integer, byte[]> extensions = new Hashtable<>();
        extensions.put(5, status.array());
        return extensions;
    }

    @Override
    public @Nullable CertificateStatus getCertificateStatus() {
        return staple.map(OCSPResponse::getInstance)
                .map(response -> new CertificateStatus(CertificateStatusType.ocsp, response))
                .orElse(null);
    }

    /** A certificate that goes over the wire as other bytes, be they a certificate or not. */
    private static final class Disguised extends BcTlsCertificate {
        private final byte[] sent;

        Disguised(BcTlsCrypto crypto, byte[] sound, byte[] sent) throws IOException {
            super(crypto, sound);
            this.sent = sent;
        }

        @Override
        public byte[] getEncoded() {
            return sent;
        }
    }
}
