package dev.mailcheck.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.DHStandardGroups;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Handshakes with servers that pick odd things, and with peers that are none. */
class TlsHandshakeTest {
    private static final String HOST = "mx.sound.example";
    private static final ForgedKey EC = ForgedKey.ec();
    private static final byte[] LEAF = Forged.host(HOST, EC).der();

    /** Nothing here should ever wait; if it does, the test fails and does not hang. */
    private static final int PATIENCE_MILLIS = 20_000;

    /** The other side of one connection. */
    private interface Peer {
        void serve(InputStream input, OutputStream output) throws IOException;
    }

    private static TlsFacts shakeHandsWith(Peer peer) {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> serve(listening, peer));
            try (Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                TlsHandshake handshake =
                        TlsHandshake.over(
                                socket.getInputStream(),
                                socket.getOutputStream(),
                                TlsOffer.SENDER,
                                Optional.of(HOST));
                handshake.channel().ifPresent(TlsChannel::close);
                assertThat(handshake.channel().isPresent())
                        .isEqualTo(handshake.facts().completed());
                return handshake.facts();
            } finally {
                server.interrupt();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void serve(ServerSocket listening, Peer peer) {
        try (Socket socket = listening.accept()) {
            peer.serve(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException clientWent) {
            // Most of these handshakes end by the client's hanging up.
        }
    }

    private static ForgingTlsServer server() {
        return new ForgingTlsServer(EC, List.of(LEAF));
    }

    private static ForgingTlsServer tls12() {
        return server().version(ProtocolVersion.TLSv12)
                .suites(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
    }

    @Test
    void aModernServerIsReadCompletely() {
        TlsFacts facts = shakeHandsWith(server()::serve);

        assertThat(facts.failure()).isEmpty();
        assertThat(facts.version()).contains("TLSv1.3");
        assertThat(facts.cipherSuite()).contains("TLS_AES_256_GCM_SHA384");
        assertThat(facts.group()).contains("x25519");
        assertThat(facts.extendedMasterSecret()).isTrue();
        assertThat(facts.secureRenegotiation()).isEmpty();
        assertThat(facts.certificates()).containsExactly(Base64.getEncoder().encodeToString(LEAF));
        assertThat(facts.certificatesSent()).isEqualTo(1);
    }

    @Test
    void aServerThatWantsTheHybridGroupGetsIt() {
        TlsFacts facts = shakeHandsWith(server().groups(NamedGroup.X25519MLKEM768)::serve);

        assertThat(facts.failure()).isEmpty();
        assertThat(facts.group()).contains("X25519MLKEM768");
    }

    @Test
    void groupsOfTls12AreRead() {
        TlsFacts facts = shakeHandsWith(tls12().groups(NamedGroup.secp384r1)::serve);

        assertThat(facts.version()).contains("TLSv1.2");
        assertThat(facts.group()).contains("secp384r1");
        assertThat(facts.groupBits()).isZero();
        assertThat(facts.secureRenegotiation()).contains(true);
    }

    @Test
    void aMissingExtendedMasterSecretIsSeen() {
        assertThat(shakeHandsWith(tls12()::serve).extendedMasterSecret()).isTrue();
        assertThat(
                        shakeHandsWith(tls12().withoutExtendedMasterSecret()::serve)
                                .extendedMasterSecret())
                .isFalse();
    }

    @Test
    void theSizeOfAFiniteFieldGroupIsRead() {
        assertThat(dhe(new TlsDHConfig(group(1024))))
                .extracting(TlsFacts::group, TlsFacts::groupBits)
                .containsExactly(Optional.of("dh"), 1024);
        assertThat(dhe(new TlsDHConfig(DHStandardGroups.rfc3526_2048)).groupBits()).isEqualTo(2048);
        assertThat(dhe(new TlsDHConfig(NamedGroup.ffdhe3072, false)).groupBits()).isEqualTo(3072);
    }

    @Test
    void aGroupThatCostsTooMuchIsNotComputedWith() {
        assertThat(dhe(new TlsDHConfig(group(8200))).failure()).contains(TlsFailure.NOT_COMPUTED);
    }

    /** Any odd number will do for a prime that nobody checks. */
    private static DHGroup group(int bits) {
        BigInteger p = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return new DHGroup(p, null, BigInteger.TWO, 0);
    }

    private static TlsFacts dhe(TlsDHConfig group) {
        ForgedKey rsa = ForgedKey.rsa(2048);
        return shakeHandsWith(
                new ForgingTlsServer(rsa, List.of(Forged.host(HOST, rsa).der()))
                                .version(ProtocolVersion.TLSv12)
                                .suites(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256)
                                .dh(group)
                        ::serve);
    }

    static Stream<Arguments> chains() {
        ForgedKey huge = ForgedKey.rsaPublic(16_384, BigInteger.valueOf(65537));
        Forged authority = Forged.authority("a", EC);
        byte[] nested = new byte[20_000];
        for (int i = 0; i < nested.length; i += 4) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x82;
            nested[i + 2] = (byte) ((nested.length - i - 4) >> 8);
            nested[i + 3] = (byte) (nested.length - i - 4);
        }
        return Stream.of(
                Arguments.of(Collections.nCopies(60, new byte[8_000]), TlsFailure.PROTOCOL_ERROR),
                Arguments.of(
                        List.of(Forged.host(HOST, huge).issuedBy(authority).der()),
                        TlsFailure.NOT_COMPUTED),
                Arguments.of(Collections.nCopies(101, LEAF), TlsFailure.CHAIN_TOO_LONG),
                Arguments.of(
                        List.of("junk".getBytes(StandardCharsets.US_ASCII)),
                        TlsFailure.BAD_CERTIFICATE),
                Arguments.of(List.of(LEAF, nested), TlsFailure.BAD_CERTIFICATE),
                Arguments.of(List.of(nested), TlsFailure.BAD_CERTIFICATE));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void oddChainsEndTheHandshakeWithAReason(List<byte[]> chain, TlsFailure failure) {
        assertThat(shakeHandsWith(new ForgingTlsServer(EC, chain)::serve).failure())
                .contains(failure);
    }

    @Test
    void ofManyCertificatesTenAreKept() {
        TlsFacts facts =
                shakeHandsWith(new ForgingTlsServer(EC, Collections.nCopies(40, LEAF))::serve);

        assertThat(facts.failure()).isEmpty();
        assertThat(facts.certificatesSent()).isEqualTo(40);
        assertThat(facts.certificates()).hasSize(10);
    }

    static Stream<Arguments> peersThatSpeakNoTls() {
        return Stream.of(
                Arguments.of("hangs up", "", TlsFailure.CLOSED),
                Arguments.of("half a record", "160303", TlsFailure.CLOSED),
                Arguments.of("SMTP", text("250 still in clear\r\n"), TlsFailure.PROTOCOL_ERROR),
                Arguments.of("zeros", "00".repeat(100), TlsFailure.PROTOCOL_ERROR),
                Arguments.of("handshake_failure", "15030300020228", TlsFailure.ALERT),
                Arguments.of("protocol_version", "15030300020246", TlsFailure.ALERT),
                Arguments.of("a hello of TLS 1.0", hello("0301", "002f"), TlsFailure.OLD_VERSION),
                Arguments.of("a hello of SSL 3.0", hello("0300", "000a"), TlsFailure.OLD_VERSION),
                Arguments.of(
                        "a suite nobody offered", hello("0303", "0005"), TlsFailure.PROTOCOL_ERROR),
                Arguments.of("an empty hello", "160303000402000000", TlsFailure.PROTOCOL_ERROR),
                Arguments.of("a message of 16 MB", "160303000402ffffff", TlsFailure.PROTOCOL_ERROR),
                Arguments.of(
                        "warnings without end",
                        "1503030002015a".repeat(60_000),
                        TlsFailure.TOO_MUCH_DATA));
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A ServerHello without session and extensions. */
    private static String hello(String version, String suite) {
        return "16" + version + "002a02000026" + version + "11".repeat(32) + "00" + suite + "00";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("peersThatSpeakNoTls")
    void aPeerThatSpeaksNoTlsIsAFailureAndNoError(String what, String hex, TlsFailure failure) {
        byte[] sent = HexFormat.of().parseHex(hex);

        TlsFacts facts =
                shakeHandsWith((input, output) -> {
                    // All of the hello: to close with some of it unread would be a reset.
                    int hello = input.read(new byte[16_384]);
                    output.write(hello < 0 ? new byte[0] : sent);
                    output.flush();
                });

        assertThat(facts.failure()).contains(failure);
        assertThat(facts.completed()).isFalse();
    }

    @Test
    void theVersionOfAnOldServerIsSaid() {
        byte[] old = HexFormat.of().parseHex(hello("0301", "002f"));

        TlsFacts facts =
                shakeHandsWith((input, output) -> {
                    assertThat(input.read(new byte[16_384])).isPositive();
                    output.write(old);
                });

        assertThat(facts.version()).contains("TLSv1.0");
    }
}
