package dev.mailcheck.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The authorities in a JDK's {@code cacerts}, and some in addition. Nothing is read before the
 * first call; where the file cannot be read there are no anchors at all, not only the additional
 * ones, so that no chain is called untrusted for it.
 */
public final class JdkTrustAnchors implements TrustAnchors {
    private final Path cacerts;
    private final List<byte[]> additional;
    private volatile Optional<List<byte[]>> loaded = Optional.empty();

    /**
     * Trusts what a key store file holds, and more.
     *
     * @param additional DER, as {@link PemFile} reads it from {@code --ca-file}
     */
    public JdkTrustAnchors(Path cacerts, List<byte[]> additional) {
        this.cacerts = cacerts;
        this.additional = List.copyOf(additional);
    }

    /**
     * Those of a JDK.
     *
     * @param home its folder, the system property {@code java.home} for the one that runs
     */
    public static JdkTrustAnchors ofJdk(Path home, List<byte[]> additional) {
        return new JdkTrustAnchors(home.resolve("lib/security/cacerts"), additional);
    }

    @Override
    public List<byte[]> encoded() {
        Optional<List<byte[]>> known = loaded;
        return known.isPresent() ? known.get() : load();
    }

    private synchronized List<byte[]> load() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(read());
        }
        return loaded.get();
    }

    private List<byte[]> read() {
        try {
            byte[] file = Files.readAllBytes(cacerts);
            List<byte[]> anchors =
                    new ArrayList<>(JksFile.read(file).orElseGet(() -> otherFormat(cacerts)));
            if (!anchors.isEmpty()) {
                anchors.addAll(additional);
            }
            return anchors;
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Some distributions ship PKCS #12. */
    private static List<byte[]> otherFormat(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
            List<byte[]> anchors = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                anchors.add(certificate.getEncoded());
            }
            return anchors;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    @Override
    public List<X509Certificate> certificates() {
        return encoded().stream().map(JdkTrustAnchors::parse).toList();
    }

    private static X509Certificate parse(byte[] der) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException broken) {
            throw new IllegalStateException("a trust anchor that cannot be parsed", broken);
        }
    }
}
