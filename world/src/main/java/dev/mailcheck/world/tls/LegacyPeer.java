package dev.mailcheck.world.tls;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.DHStandardGroups;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;

/** One handshake of a {@link LegacyTlsServer}. */
final class LegacyPeer extends DefaultTlsServer {
    private final TlsSettings settings;
    private final TlsSettings.Legacy legacy;
    private final Identity identity;
    private final BcTlsCrypto crypto;

    LegacyPeer(TlsSettings settings, TlsSettings.Legacy legacy, Identity identity) {
        this(settings, legacy, identity, new BcTlsCrypto(new SecureRandom()));
    }

    private LegacyPeer(
            TlsSettings settings,
            TlsSettings.Legacy legacy,
            Identity identity,
            BcTlsCrypto crypto) {
        super(crypto);
        this.settings = settings;
        this.legacy = legacy;
        this.identity = identity;
        this.crypto = crypto;
    }

    SecurityParameters agreed() {
        return context.getSecurityParametersConnection();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return settings.protocols().stream().map(TlsNames::version).toArray(ProtocolVersion[]::new);
    }

    /** Takes the suites as they are stated, also those that cannot be carried out to the end. */
    @Override
    protected int[] getSupportedCipherSuites() {
        return settings.suites().isEmpty()
                ? super.getSupportedCipherSuites()
                : settings.suites().stream().mapToInt(TlsNames::suite).toArray();
    }

    @Override
    protected boolean preferLocalCipherSuites() {
        return true;
    }

    @Override
    public boolean shouldUseExtendedMasterSecret() {
        return legacy.extendedMasterSecret();
    }

    @Override
    public TlsDHConfig getDHConfig() {
        return switch (legacy.dhBits()) {
            case 768 -> new TlsDHConfig(DHStandardGroups.rfc2409_768);
            case 1024 -> new TlsDHConfig(DHStandardGroups.rfc2409_1024);
            case 2048 -> new TlsDHConfig(DHStandardGroups.rfc3526_2048);
            default -> throw new IllegalStateException("no group of " + legacy.dhBits());
        };
    }

    /** TLS 1.3 has suites that say nothing of the key. */
    @Override
    public @Nullable TlsCredentials getCredentials() throws IOException {
        if (!TlsUtils.isTLSv13(context)) {
            return super.getCredentials();
        }
        SignatureAndHashAlgorithm algorithm =
                key() instanceof RSAKeyParameters
                        ? SignatureAndHashAlgorithm.rsa_pss_rsae_sha256
                        : SignatureAndHashAlgorithm.getInstance(
                                HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, key(), chain(), algorithm);
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
        return signer(SignatureAlgorithm.rsa);
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return signer(SignatureAlgorithm.ecdsa);
    }

    @Override
    protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
        return new BcDefaultTlsCredentialedDecryptor(crypto, chain(), key());
    }

    private TlsCredentialedSigner signer(short signatureAlgorithm) throws IOException {
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                key(),
                chain(),
                chosen(signatureAlgorithm));
    }

    /** From TLS 1.2 on the client says which signatures it takes; before, there is one for all. */
    private @Nullable SignatureAndHashAlgorithm chosen(short signatureAlgorithm)
            throws IOException {
        if (!TlsUtils.isSignatureAlgorithmsExtensionAllowed(context.getServerVersion())) {
            return null;
        }
        Vector<?> offered = context.getSecurityParametersHandshake().getClientSigAlgs();
        return TlsUtils.chooseSignatureAndHashAlgorithm(context, offered, signatureAlgorithm);
    }

    private AsymmetricKeyParameter key() throws IOException {
        return PrivateKeyFactory.createKey(identity.privateKey().getEncoded());
    }

    private Certificate chain() throws IOException {
        List<TlsCertificate> chain = new ArrayList<>();
        for (X509Certificate certificate : identity.chain()) {
            chain.add(crypto.createCertificate(Certificates.encoded(certificate)));
        }
        if (!TlsUtils.isTLSv13(context)) {
            return new Certificate(chain.toArray(TlsCertificate[]::new));
        }
        return new Certificate(
                TlsUtils.EMPTY_BYTES,
                chain.stream()
                        .map(certificate -> new CertificateEntry(certificate, null))
                        .toArray(CertificateEntry[]::new));
    }
}
