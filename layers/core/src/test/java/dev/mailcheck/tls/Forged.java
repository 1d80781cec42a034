package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Certificates with whatever faults a test wants, signed or not by whom they say. */
public final class Forged {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final String subject;
    private final ForgedKey key;
    private String issuer;
    private ForgedKey issuerKey;
    private String signatureAlgorithm = "";
    private Instant from = NOW.minus(Duration.ofDays(10));
    private Instant until = NOW.plus(Duration.ofDays(80));
    private final Map<ASN1ObjectIdentifier, Entry> extensions = new LinkedHashMap<>();

    private record Entry(boolean critical, ASN1Encodable value) {}

    private Forged(String subject, ForgedKey key) {
        this.subject = subject;
        this.key = key;
        this.issuer = subject;
        this.issuerKey = key;
    }

    /** A certificate that signs itself. */
    public static Forged of(String subject, ForgedKey key) {
        return new Forged(subject, key);
    }

    /** A certificate of a host, with its name where names belong. */
    public static Forged host(String name, ForgedKey key) {
        return new Forged(name, key)
                .extension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
    }

    /** A certification authority. */
    public static Forged authority(String subject, ForgedKey key) {
        return new Forged(subject, key)
                .extension(Extension.basicConstraints, true, new BasicConstraints(true))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    }

    public Forged issuedBy(Forged authority) {
        return issuedBy(authority.subject, authority.key);
    }

    public Forged issuedBy(String name, ForgedKey signer) {
        issuer = name;
        issuerKey = signer;
        return this;
    }

    /** As "SHA1WITHECDSA"; the usual one for the issuer's key where nothing is said. */
    public Forged signedWith(String algorithm) {
        signatureAlgorithm = algorithm;
        return this;
    }

    public Forged valid(Instant begin, Instant end) {
        from = begin;
        until = end;
        return this;
    }

    public Forged pathLength(int length) {
        return extension(Extension.basicConstraints, true, new BasicConstraints(length));
    }

    public Forged purpose(KeyPurposeId purpose) {
        return extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }

    public Forged onlyFor(String domain) {
        return extension(
                Extension.nameConstraints,
                true,
                new NameConstraints(new GeneralSubtree[] {subtree(domain)}, null));
    }

    public Forged notFor(String domain) {
        return extension(
                Extension.nameConstraints,
                true,
                new NameConstraints(null, new GeneralSubtree[] {subtree(domain)}));
    }

    private static GeneralSubtree subtree(String domain) {
        return new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain));
    }

    public Forged issuerAt(String url) {
        return extension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                        AccessDescription.id_ad_caIssuers,
                        new GeneralName(GeneralName.uniformResourceIdentifier, url)));
    }

    public Forged unknownCriticalExtension() {
        return extension(
                new ASN1ObjectIdentifier("1.2.3.4.5"), true, new DERUTF8String("must understand"));
    }

    public Forged names(String... names) {
        GeneralName[] all =
                Arrays.stream(names)
                        .map(name -> new GeneralName(GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new);
        return extension(Extension.subjectAlternativeName, false, new GeneralNames(all));
    }

    public Forged extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        extensions.put(id, new Entry(critical, value));
        return this;
    }

    public byte[] der() {
        try {
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(
                            new X500Name("CN=" + issuer),
                            BigInteger.valueOf(1),
                            Date.from(from),
                            Date.from(until),
                            new X500Name("CN=" + subject),
                            key.info());
            for (Map.Entry<ASN1ObjectIdentifier, Entry> e : extensions.entrySet()) {
                builder.addExtension(e.getKey(), e.getValue().critical(), e.getValue().value());
            }
            return builder.build(signer()).getEncoded();
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(der());
    }

    private ContentSigner signer() throws OperatorCreationException {
        AsymmetricCipherKeyPair pair = issuerKey.pair().orElseThrow();
        String name = signatureAlgorithm.isEmpty() ? usual(pair) : signatureAlgorithm;
        AlgorithmIdentifier algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(name);
        AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
        if (name.endsWith("MGF1")) {
            Signer pss = new PSSSigner(new RSABlindedEngine(), new SHA256Digest(), 32);
            return Plain.of(algorithm, pss, pair);
        }
        if (pair.getPublic() instanceof RSAKeyParameters) {
            return new BcRSAContentSignerBuilder(algorithm, digest).build(pair.getPrivate());
        }
        return pair.getPublic() instanceof ECKeyParameters
                ? new BcECContentSignerBuilder(algorithm, digest).build(pair.getPrivate())
                : Plain.of(algorithm, new Ed25519Signer(), pair);
    }

    private static String usual(AsymmetricCipherKeyPair pair) {
        if (pair.getPublic() instanceof RSAKeyParameters) {
            return "SHA256WITHRSA";
        }
        return pair.getPublic() instanceof ECKeyParameters ? "SHA256WITHECDSA" : "Ed25519";
    }

    /** Signs with what Bouncy Castle's own builders do not know. */
    private record Plain(AlgorithmIdentifier algorithm, Signer signer, ByteArrayOutputStream data)
            implements ContentSigner {
        static Plain of(
                AlgorithmIdentifier algorithm, Signer signer, AsymmetricCipherKeyPair pair) {
            signer.init(true, pair.getPrivate());
            return new Plain(algorithm, signer, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return data;
        }

        @Override
        public byte[] getSignature() {
            try {
                signer.update(data.toByteArray(), 0, data.size());
                return signer.generateSignature();
            } catch (CryptoException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
