package dev.mailcheck.cli.embedded;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Key and certificate of the receiver: from PEM files, or made by ourselves and kept. */
public final class ServerKey {
    private static final Duration VALID = Duration.ofDays(3650);
    private static final char[] NO_PASSWORD = new char[0];

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ServerKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** Why key and certificate cannot be used, in one line. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why);
        }
    }

    /**
     * Reads what an operator has.
     *
     * @param certificate the chain, the server's own first
     * @throws Unusable with one line that says why
     */
    public static ServerKey read(Path certificate, Path key) throws Unusable {
        List<X509Certificate> chain = new ArrayList<>();
        for (Object found : objects(certificate)) {
            if (found instanceof X509CertificateHolder holder) {
                chain.add(certificate(holder));
            }
        }
        PrivateKey own = objects(key).stream().flatMap(ServerKey::key).findFirst().orElse(null);
        if (chain.isEmpty()) {
            throw new Unusable("there is no certificate in " + certificate);
        }
        if (own == null) {
            throw new Unusable("there is no private key without a password in " + key);
        }
        if (!fits(own, chain.getFirst().getPublicKey())) {
            throw new Unusable("the key in " + key + " is not that of the certificate");
        }
        return new ServerKey(own, chain);
    }

    private static List<Object> objects(Path file) throws Unusable {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                PEMParser parser = new PEMParser(reader)) {
            List<Object> objects = new ArrayList<>();
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                objects.add(next);
            }
            return objects;
        } catch (IOException unreadable) {
            throw new Unusable("cannot read " + file + " as PEM");
        }
    }

    private static Stream<PrivateKey> key(Object pem) {
        return switch (pem) {
            case PEMKeyPair pair -> key(pair.getPrivateKeyInfo());
            case PrivateKeyInfo info -> key(info);
            default -> Stream.empty();
        };
    }

    /** Of whichever kind it is. */
    private static Stream<PrivateKey> key(PrivateKeyInfo info) {
        return Stream.of("RSA", "EC", "Ed25519").flatMap(kind -> key(kind, info));
    }

    private static Stream<PrivateKey> key(String kind, PrivateKeyInfo info) {
        try {
            return Stream.of(
                    KeyFactory.getInstance(kind)
                            .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded())));
        } catch (IOException | GeneralSecurityException anotherKind) {
            return Stream.empty();
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws Unusable {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (GeneralSecurityException damaged) {
            throw new Unusable("a certificate is damaged");
        }
    }

    /** Signs with one and verifies with the other. */
    private static boolean fits(PrivateKey key, PublicKey certified) {
        String algorithm =
                switch (certified.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> certified.getAlgorithm();
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(new byte[1]);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(new byte[1]);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }

    /**
     * The self-made one of this directory; made where there is none. Senders that want TLS at any
     * price take it, those that verify do not.
     *
     * @throws Unusable with one line that says why
     */
    public static ServerKey kept(Path directory, String name, Instant now) throws Unusable {
        Path certificate = directory.resolve("smtp-certificate.pem");
        Path key = directory.resolve("smtp-key.pem");
        if (!Files.exists(certificate) || !Files.exists(key)) {
            try {
                make(certificate, key, name, now);
            } catch (IOException failed) {
                throw new Unusable("cannot write " + certificate);
            }
        }
        return read(certificate, key);
    }

    private static void make(Path certificate, Path key, String name, Instant now)
            throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            write(key, new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
            if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            }
            write(certificate, signed(pair, name, now));
        } catch (GeneralSecurityException | OperatorCreationException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }

    private static void write(Path file, Object pem) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(pem);
        }
        WholeFile.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static X509CertificateHolder signed(KeyPair pair, String name, Instant now)
            throws IOException, OperatorCreationException {
        X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        return new JcaX509v3CertificateBuilder(
                        subject,
                        BigInteger.valueOf(now.toEpochMilli()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(VALID)),
                        subject,
                        pair.getPublic())
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, name)))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }

    /** The server's own. */
    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The context that servers make sockets of. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("smtp", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }
}
