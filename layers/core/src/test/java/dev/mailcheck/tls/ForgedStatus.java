package dev.mailcheck.tls;

import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Certificate statuses as an authority's responder signs them (RFC 6960), or somebody else. */
public final class ForgedStatus {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final Instant UNTIL = NOW.plus(Duration.ofDays(3));

    private ForgedStatus() {}

    /**
     * A response about the certificate with this serial number, in DER.
     *
     * @param issuer certificate of the issuer, in DER
     * @param along certificates that are sent along, in DER
     */
    public static byte[] of(
            CertificateStatus status,
            long serial,
            byte[] issuer,
            ForgedKey signer,
            byte[]... along) {
        try {
            X509CertificateHolder[] certificates = new X509CertificateHolder[along.length];
            for (int i = 0; i < along.length; i++) {
                certificates[i] = new X509CertificateHolder(along[i]);
            }
            CertificateID id =
                    new CertificateID(
                            new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                            new X509CertificateHolder(issuer),
                            BigInteger.valueOf(serial));
            RespID responder = new RespID(new ResponderID(new X500Name("CN=responder")));
            AlgorithmIdentifier algorithm =
                    new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256WITHECDSA");
            var signature =
                    new BcECContentSignerBuilder(
                                    algorithm,
                                    new DefaultDigestAlgorithmIdentifierFinder().find(algorithm))
                            .build(signer.pair().orElseThrow().getPrivate());
            var basic =
                    new BasicOCSPRespBuilder(responder)
                            .addResponse(id, status, Date.from(NOW), Date.from(UNTIL), null)
                            .build(signature, certificates, Date.from(NOW));
            return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
        } catch (IOException | OCSPException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a responder says that has no answer. */
    public static byte[] tryLater() {
        try {
            return new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
        } catch (IOException | OCSPException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
