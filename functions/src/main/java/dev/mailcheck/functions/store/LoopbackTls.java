package dev.mailcheck.functions.store;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate of this process and for it, by which it speaks TLS with itself. */
final class LoopbackTls {
    static final String ADDRESS = "127.0.0.1";

    private static final char[] NO_PASSWORD = new char[0];
    private static final Duration VALID = Duration.ofDays(1);

    private final SSLContext server;
    private final TrustManager[] trust;

    private LoopbackTls(SSLContext server, TrustManager[] trust) {
        this.server = server;
        this.trust = trust;
    }

    static LoopbackTls create() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
            Certificate certificate = certificate(keys);
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, NO_PASSWORD);
            own.setKeyEntry("own", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
            KeyManagerFactory manager = KeyManagerFactory.getInstance("PKIX");
            manager.init(own, NO_PASSWORD);
            SSLContext server = SSLContext.getInstance("TLS");
            server.init(manager.getKeyManagers(), null, null);
            return new LoopbackTls(server, trust(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | IOException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static Certificate certificate(KeyPair keys)
            throws OperatorCreationException, CertIOException, GeneralSecurityException {
        X500Name name = new X500Name("CN=rehearsal");
        Instant now = Instant.now();
        X509v3CertificateBuilder certificate =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(VALID)),
                        Date.from(now.plus(VALID)),
                        name,
                        keys.getPublic());
        certificate.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, ADDRESS)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(keys.getPrivate())));
    }

    private static TrustManager[] trust(Certificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, NO_PASSWORD);
        known.setCertificateEntry("known", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(known);
        return trust.getTrustManagers();
    }

    SSLServerSocket listen(int waiting, InetAddress address) throws IOException {
        return (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, waiting, address);
    }

    TrustManager[] trust() {
        return trust.clone();
    }
}
