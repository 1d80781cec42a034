package dev.mailcheck.world.tls;

import dev.mailcheck.world.key.Seeds;
import dev.mailcheck.world.tls.CertificateSpec.Digest;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

/** Makes certificates (RFC 5280, section 4) signed by one authority. */
final class CertificateMaker {
    private static final int SERIAL_BYTES = 16;

    private final String issuer;
    private final CertificateKey issuerKey;
    private final Digest digest;

    CertificateMaker(String issuer, CertificateKey issuerKey, Digest digest) {
        this.issuer = issuer;
        this.issuerKey = issuerKey;
        this.digest = digest;
    }

    X509Certificate authority(String name, CertificateKey key, Instant from, Instant until) {
        X509v3CertificateBuilder builder = builder(name, key, from, until);
        int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        extend(builder, Extension.basicConstraints, true, new BasicConstraints(true));
        extend(builder, Extension.keyUsage, true, new KeyUsage(usage));
        return signed(builder);
    }

    X509Certificate leaf(List<String> names, CertificateKey key, Instant from, Instant until) {
        X509v3CertificateBuilder builder = builder(names.getFirst(), key, from, until);
        GeneralName[] dnsNames =
                names.stream()
                        .map(name -> new GeneralName(GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new);
        int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
        extend(builder, Extension.basicConstraints, true, new BasicConstraints(false));
        extend(builder, Extension.keyUsage, true, new KeyUsage(usage));
        extend(
                builder,
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        extend(builder, Extension.subjectAlternativeName, false, new GeneralNames(dnsNames));
        return signed(builder);
    }

    private X509v3CertificateBuilder builder(
            String subject, CertificateKey key, Instant from, Instant until) {
        return new X509v3CertificateBuilder(
                name(issuer),
                serial(subject),
                Date.from(from),
                Date.from(until),
                name(subject),
                key.publicKeyInfo());
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
    }

    private BigInteger serial(String subject) {
        byte[] seed = Seeds.of("serial number", issuer, subject);
        return new BigInteger(1, Arrays.copyOf(seed, SERIAL_BYTES));
    }

    private static void extend(
            X509v3CertificateBuilder builder,
            ASN1ObjectIdentifier id,
            boolean critical,
            ASN1Encodable value) {
        try {
            builder.addExtension(id, critical, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private X509Certificate signed(X509v3CertificateBuilder builder) {
        try {
            byte[] der = builder.build(new KeySigner(issuerKey, digest)).getEncoded();
            return Certificates.parse(der);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
