package dev.mailcheck.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class JdkTrustAnchorsTest {
    private static final Path HOME = Path.of(System.getProperty("java.home"));
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir Path folder;

    private final byte[] own = Forged.authority("own", ForgedKey.ec()).der();

    private static Set<X509Certificate> asTheJdkReads(Path file)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
        Set<X509Certificate> certificates = new HashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            certificates.add((X509Certificate) store.getCertificate(alias));
        }
        return certificates;
    }

    @Test
    void theyAreThoseOfTheJdk() throws IOException, GeneralSecurityException {
        JdkTrustAnchors anchors = JdkTrustAnchors.ofJdk(HOME, List.of());

        assertThat(anchors.certificates())
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(
                        asTheJdkReads(HOME.resolve("lib/security/cacerts")));
    }

    @Test
    void additionalOnesComeOnTop() {
        assertThat(JdkTrustAnchors.ofJdk(HOME, List.of(own)).encoded())
                .contains(own)
                .hasSizeGreaterThan(50);
    }

    @Test
    void aStoreInTheOtherFormatIsReadToo() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("cacerts");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "first", JdkTrustAnchors.ofJdk(HOME, List.of()).certificates().getFirst());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, null);
        }

        assertThat(new JdkTrustAnchors(file, List.of(own)).encoded()).hasSize(2).contains(own);
    }

    @Test
    void aStoreThatCannotBeReadLeavesNoAnchorsSoThatNothingIsJudged() throws IOException {
        Path junk = Files.writeString(folder.resolve("junk"), "no key store");
        Path truncated = folder.resolve("truncated");
        byte[] whole = Files.readAllBytes(HOME.resolve("lib/security/cacerts"));
        Files.write(truncated, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(new JdkTrustAnchors(folder.resolve("missing"), List.of(own)).encoded())
                .isEmpty();
        assertThat(new JdkTrustAnchors(junk, List.of(own)).encoded()).isEmpty();
        assertThat(new JdkTrustAnchors(truncated, List.of(own)).encoded()).isEmpty();
    }

    @Test
    void anEmptyStoreHoldsNothing() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, PASSWORD);
        try (OutputStream out = Files.newOutputStream(folder.resolve("empty"))) {
            store.store(out, PASSWORD);
        }

        assertThat(JksFile.read(Files.readAllBytes(folder.resolve("empty"))).orElseThrow())
                .isEmpty();
        assertThat(JksFile.read(new byte[] {0x30, 1})).isEmpty();
    }

    @Test
    void pemTextHoldsCertificatesAmongOtherThings() {
        String pem =
                "subject=own\n-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(own)
                        + "\n-----END CERTIFICATE-----\n";

        assertThat(PemFile.certificates(pem + "\n" + pem)).containsExactly(own, own);
        assertThat(PemFile.certificates("nothing")).isEmpty();
    }
}
