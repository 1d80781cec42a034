package dev.mailcheck.world.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.world.World;
import dev.mailcheck.world.tls.CertificateSpec;
import dev.mailcheck.world.tls.Trust;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

class TlsFaultTest {
    private static final String ADDRESS = "192.0.2.10";
    private static final String HOST = "mx.z.example";

    private static World world(UnaryOperator<SmtpHost> fault) {
        return World.plan(Clock.systemUTC())
                .smtp(ADDRESS, fault.apply(SmtpHost.sound(HOST, "z.example")))
                .open();
    }

    private static Dialogue atStartTls(World world) throws IOException {
        Dialogue client = Dialogue.with(world, ADDRESS);
        client.reply();
        client.say("EHLO client.example");
        assertThat(client.say("STARTTLS")).startsWith("220 ");
        return client;
    }

    private static Arguments certificate(UnaryOperator<CertificateSpec> fault, String why) {
        return Arguments.of(fault, why);
    }

    private static Stream<Arguments> badCertificates() {
        return Stream.of(
                certificate(CertificateSpec::selfSigned, "unable to find valid certification path"),
                certificate(CertificateSpec::untrusted, "unable to find valid certification path"),
                certificate(
                        CertificateSpec::missingIntermediate,
                        "unable to find valid certification path"),
                certificate(CertificateSpec::expired, "validity check failed"),
                certificate(CertificateSpec::notYetValid, "validity check failed"),
                certificate(c -> c.named("other.example"), "No subject alternative DNS name"),
                certificate(c -> c.key(CertificateSpec.Key.RSA_768), "keysize"),
                certificate(c -> c.intermediates(12), "certificate chain"));
    }

    @ParameterizedTest
    @MethodSource("badCertificates")
    void theJdkRejectsABadCertificate(UnaryOperator<CertificateSpec> fault, String why)
            throws IOException {
        try (World world = world(host -> host.certificate(fault));
                Dialogue client = atStartTls(world)) {
            assertThatThrownBy(() -> client.startTls(world, HOST))
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining(why);
        }
    }

    private static Stream<UnaryOperator<CertificateSpec>> allCertificates() {
        return Stream.of(
                c -> c,
                CertificateSpec::selfSigned,
                CertificateSpec::untrusted,
                CertificateSpec::missingIntermediate,
                CertificateSpec::expired,
                CertificateSpec::notYetValid,
                CertificateSpec::sha1,
                c -> c.named("other.example"),
                c -> c.key(CertificateSpec.Key.RSA_768),
                c -> c.key(CertificateSpec.Key.RSA_1024),
                c -> c.key(CertificateSpec.Key.RSA_1024).sha1().selfSigned(),
                c -> c.key(CertificateSpec.Key.RSA_2048),
                c -> c.intermediates(9));
    }

    @ParameterizedTest
    @MethodSource("allCertificates")
    void anyCertificateIsShownToWhoeverAcceptsIt(UnaryOperator<CertificateSpec> fault)
            throws IOException {
        try (World world = world(host -> host.certificate(fault));
                Dialogue client = atStartTls(world)) {
            SSLSocket tls = client.startTls(Trust.inAnyone(), HOST);
            CertificateSpec spec = fault.apply(CertificateSpec.sound(HOST));
            assertThat(tls.getSession().getPeerCertificates())
                    .containsExactlyElementsOf(world.ca().issue(spec).chain());
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, TLS_AES_128_GCM_SHA256", "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"})
    void versionsAndSuitesAreThoseStated(String version, String suite) throws IOException {
        try (World world = world(h -> h.tls(tls -> tls.protocols(version).suites(suite)));
                Dialogue client = atStartTls(world)) {
            SSLSocket tls = client.startTls(world, HOST);
            assertThat(tls.getSession().getProtocol()).isEqualTo(version);
            assertThat(tls.getSession().getCipherSuite()).isEqualTo(suite);
        }
    }

    @Test
    void anOutdatedHostAndAModernClientFindNoVersion() throws IOException {
        try (World world = world(host -> host.outdatedTls("TLSv1.1"));
                Dialogue client = atStartTls(world)) {
            assertThatThrownBy(() -> client.startTls(world, HOST))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("protocol_version");
        }
    }

    private static Stream<Arguments> spoiltHandshakes() {
        return Stream.of(
                Arguments.of(StartTls.Turn.HANDSHAKE_FAILURE, "handshake_failure"),
                Arguments.of(StartTls.Turn.JUNK_AFTER_SERVER_HELLO, ""),
                Arguments.of(StartTls.Turn.HANGS_UP, ""));
    }

    @ParameterizedTest
    @MethodSource("spoiltHandshakes")
    void aSpoiltHandshakeFails(StartTls.Turn turn, String why) throws IOException {
        try (World world = world(host -> host.turn(turn));
                Dialogue client = atStartTls(world)) {
            assertThatThrownBy(() -> client.startTls(world, HOST))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(why);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "DRIPS_SERVER_HELLO"})
    void aHangingHandshakeTimesOut(StartTls.Turn turn) throws IOException {
        try (World world = world(host -> host.turn(turn));
                Dialogue client = atStartTls(world)) {
            client.impatient();
            assertThatThrownBy(() -> client.startTls(world, HOST))
                    .hasMessageContaining("timed out");
        }
    }

    @Test
    void aLineInClearMayStandBehindTheGoAhead() throws IOException {
        try (World world = world(host -> host.turn(StartTls.Turn.INJECTS_PLAINTEXT));
                Dialogue client = atStartTls(world)) {
            assertThat(client.line()).isEqualTo("250 2.0.0 said in clear");
            client.startTls(world, HOST);
            assertThat(client.say("EHLO client.example")).startsWith("250");
        }
    }

    @ParameterizedTest
    @CsvSource({"HANDSHAKE, 503", "ANSWERS_EARLY_TALK, 250"})
    void onlyAVulnerableHostAnswersWhatCameInClear(StartTls.Turn turn, String firstReply)
            throws IOException {
        try (World world = world(host -> host.turn(turn));
                Dialogue client = Dialogue.with(world, ADDRESS)) {
            client.reply();
            client.say("EHLO client.example");
            client.send("STARTTLS\r\nNOOP\r\n");
            assertThat(client.reply()).startsWith("220 ");
            client.startTls(world, HOST);
            client.send("MAIL FROM:<>\r\n");
            assertThat(client.reply()).startsWith(firstReply);
        }
    }
}
