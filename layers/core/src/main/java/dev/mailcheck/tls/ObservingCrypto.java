package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateType;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.TlsDHDomain;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsECDomain;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Bouncy Castle's low-level crypto, which notes groups and certificates as they pass, and refuses
 * keys beyond {@link KeyBounds} before anything is computed with them.
 */
final class ObservingCrypto extends BcTlsCrypto {
    private static final int MAX_CERTIFICATES = 100;

    private final TlsNotes notes;

    ObservingCrypto(TlsNotes notes) {
        this.notes = notes;
    }

    @Override
    public TlsCertificate createCertificate(short type, byte[] encoding) throws IOException {
        boolean first = notes.certificatesSent() == 0;
        notes.certificate(encoding);
        if (notes.certificatesSent() > MAX_CERTIFICATES) {
            throw refuse(TlsFailure.CHAIN_TOO_LONG);
        }
        if (type != CertificateType.X509) {
            throw new TlsFatalAlert(AlertDescription.unsupported_certificate);
        }
        Certificate certificate = parse(encoding);
        if (first && !KeyBounds.within(certificate.getSubjectPublicKeyInfo())) {
            throw refuse(TlsFailure.NOT_COMPUTED);
        }
        return new TolerantCertificate(this, certificate);
    }

    private Certificate parse(byte[] encoding) throws IOException {
        try {
            return BcTlsCertificate.parseCertificate(encoding);
        } catch (IOException | RuntimeException malformed) {
            throw refuse(TlsFailure.BAD_CERTIFICATE);
        }
    }

    private TlsFatalAlert refuse(TlsFailure reason) {
        notes.refuse(reason);
        return new TlsFatalAlert(AlertDescription.bad_certificate);
    }

    @Override
    public TlsECDomain createECDomain(TlsECConfig config) {
        notes.group(config.getNamedGroup());
        return super.createECDomain(config);
    }

    @Override
    public TlsDHDomain createDHDomain(TlsDHConfig config) {
        if (config.getNamedGroup() >= 0) {
            notes.group(config.getNamedGroup());
        }
        return super.createDHDomain(config);
    }

    /**
     * A certificate as mail senders take it: they do not hold a server to the usages of its key or
     * to stapling, which are for checks to judge.
     */
    private static final class TolerantCertificate extends BcTlsCertificate {
        TolerantCertificate(BcTlsCrypto crypto, Certificate certificate) {
            super(crypto, certificate);
        }

        @Override
        protected AsymmetricKeyParameter getPublicKey() throws IOException {
            try {
                return ForeignKey.of(getCertificate().getSubjectPublicKeyInfo());
            } catch (RuntimeException malformed) {
                throw new TlsFatalAlert(AlertDescription.unsupported_certificate, malformed);
            }
        }

        @Override
        protected boolean supportsKeyUsage(int keyUsageBit) {
            return true;
        }

        @Override
        public byte @Nullable [] getExtension(ASN1ObjectIdentifier extension) {
            return null;
        }
    }
}
