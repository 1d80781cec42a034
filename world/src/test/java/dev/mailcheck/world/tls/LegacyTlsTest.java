package dev.mailcheck.world.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.world.net.Ports;
import dev.mailcheck.world.net.Workers;

import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;

class LegacyTlsTest {
    private static final List<String> OLD_AND_NEW =
            List.of("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1");
    private static final String AES_CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";

    private static TlsSettings settings() {
        CertificateSpec spec = CertificateSpec.sound("mx.z.example");
        return TlsSettings.legacy(spec.key(CertificateSpec.Key.RSA_1024));
    }

    /** Lets the client talk to a server that answers each byte with an exclamation mark. */
    private static void talk(TlsSettings settings, OldClient client) throws IOException {
        CertificateAuthority ca = new CertificateAuthority(Instant.parse("2026-11-22T00:00:00Z"));
        TlsServer server = TlsServer.of(settings, ca);
        try (Workers workers = new Workers();
                ServerSocket listening = Ports.tcp()) {
            workers.accept(listening, plain -> answer(server.handshake(plain)));
            try (Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
                socket.setSoTimeout(10_000);
                assertThat(client.connect(socket)).isEqualTo('!');
            }
        }
    }

    private static void answer(TlsLink link) throws IOException {
        while (link.in().read() >= 0) {
            link.out().write('!');
            link.out().flush();
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.1", "TLSv1"})
    void itAgreesToTheOnlyVersionItKnows(String version) throws IOException {
        OldClient client = new OldClient(OLD_AND_NEW, List.of(AES_CBC));
        talk(settings().protocols(version), client);
        assertThat(client.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_RSA_WITH_AES_128_CBC_SHA",
        "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_RSA_WITH_NULL_SHA",
        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_DH_anon_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    })
    void itTakesTheSuiteItIsToldTo(String suite) throws IOException {
        OldClient client = new OldClient(List.of("TLSv1.2"), List.of(AES_CBC, suite));
        talk(settings().suites(suite), client);
        assertThat(client.suite()).isEqualTo(suite);
    }

    @ParameterizedTest
    @CsvSource({"768", "1024", "2048"})
    void itUsesTheGroupItIsToldTo(int bits) throws IOException {
        String suite = "TLS_DHE_RSA_WITH_AES_128_CBC_SHA";
        OldClient client = new OldClient(List.of("TLSv1.2"), List.of(suite));
        TlsSettings small = settings().suites(suite).legacy(new TlsSettings.Legacy(bits, true));
        talk(small, client);
        assertThat(client.groupBits()).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void itKnowsExtendedMasterSecretIfToldTo(boolean known) throws IOException {
        OldClient client = new OldClient(List.of("TLSv1.2"), List.of(AES_CBC));
        talk(settings().legacy(new TlsSettings.Legacy(1024, known)), client);
        assertThat(client.extendedMasterSecret()).isEqualTo(known);
    }

    @Test
    void aModernClientIsTurnedAwayByAnOldServer() {
        OldClient modern = new OldClient(List.of("TLSv1.3", "TLSv1.2"), List.of(AES_CBC));
        assertThatThrownBy(() -> talk(settings().protocols("TLSv1.1"), modern))
                .isInstanceOfSatisfying(
                        TlsFatalAlertReceived.class,
                        alert ->
                                assertThat(alert.getAlertDescription())
                                        .isEqualTo(AlertDescription.protocol_version));
    }

    @Test
    void anOldSuiteIsChosenEvenWhenTheEndCannotBeReached() {
        OldClient client = new OldClient(List.of("TLSv1.2"), List.of("TLS_RSA_WITH_RC4_128_SHA"));
        assertThatThrownBy(() -> talk(settings().suites("TLS_RSA_WITH_RC4_128_SHA"), client))
                .isInstanceOf(IOException.class);
        assertThat(client.chosen()).isEqualTo("TLS_RSA_WITH_RC4_128_SHA");
    }
}
