package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.*;
import static dev.mailcheck.check.ForgedPeers.answers;
import static dev.mailcheck.check.ForgedPeers.message;
import static dev.mailcheck.check.ForgedPeers.record;
import static dev.mailcheck.check.ForgedPeers.serverHello;
import static dev.mailcheck.check.ForgedPeers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.tls.Forged;
import dev.mailcheck.tls.ForgedKey;
import dev.mailcheck.tls.ForgedStatus;
import dev.mailcheck.tls.ForgingTlsServer;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.SmtpLog;
import dev.mailcheck.world.smtp.StartTls;
import dev.mailcheck.world.smtp.StartTls.Turn;
import dev.mailcheck.world.tls.CertificateSpec;
import dev.mailcheck.world.tls.TlsSettings;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * TLS servers of all kinds, old, odd and hostile: each is graded or not known, none makes anything
 * throw, and each sees six sessions at most and never DATA.
 */
class TlsServersTest {
    private static final String DOMAIN = "sound.example";
    private static final String NAME = "mx1.sound.example";
    private static final String ADDRESS = "192.0.2.10";
    private static final MxHost HOST = SmtpLab.host(10, NAME, ADDRESS);
    private static final ForgedKey EC = ForgedKey.ec();
    private static final Forged AUTHORITY = Forged.authority("authority", EC);

    /** Short in the handshake only, for those that are silent there for good. */
    private static final SmtpLimits LIMITS =
            new SmtpLimits(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(1));

    private static SmtpHost sound() {
        return SmtpHost.sound(NAME, DOMAIN);
    }

    private static Arguments certified(
            String what, UnaryOperator<CertificateSpec> fault, FindingCode code) {
        return Arguments.of(
                what, sound().certificate(fault), Set.of(INBOUND_TLS_STARTTLS_WORKS, code));
    }

    private static Arguments taking(String what, String suite, FindingCode... codes) {
        return legacy(what, t -> t.protocols("TLSv1.2").suites(suite), codes);
    }

    private static Arguments legacy(
            String what, UnaryOperator<TlsSettings> change, FindingCode... codes) {
        SmtpHost host =
                sound().certificate(c -> c.key(CertificateSpec.Key.RSA_2048))
                        .tls(t -> change.apply(TlsSettings.legacy(t.certificate())));
        return Arguments.of(what, host, Set.of(codes));
    }

    private static Arguments peer(String what, StartTls.Peer peer, FindingCode... codes) {
        return Arguments.of(what, sound().inPlaceOfTls(peer), Set.of(codes));
    }

    private static Arguments forged(String what, Forged own, FindingCode... codes) {
        return peer(what, ForgedPeers.showing(own, EC), codes);
    }

    private static Arguments server(
            String what, UnaryOperator<ForgingTlsServer> change, FindingCode... codes) {
        List<byte[]> chain =
                List.of(Forged.host(NAME, EC).issuedBy(AUTHORITY).der(), AUTHORITY.der());
        return peer(
                what,
                (in, out) -> change.apply(new ForgingTlsServer(EC, chain)).serveSmtp(in, out),
                codes);
    }

    static Stream<Arguments> withBadCertificates() {
        ForgedKey huge = ForgedKey.rsaPublic(16_384, BigInteger.valueOf(65537));
        ForgedKey rsa = ForgedKey.rsa(1024);
        Forged wrong = Forged.authority("authority", ForgedKey.ec());
        return Stream.of(
                certified("expired", CertificateSpec::expired, INBOUND_TLS_CERTIFICATE_EXPIRED),
                certified(
                        "not yet valid",
                        CertificateSpec::notYetValid,
                        INBOUND_TLS_CERTIFICATE_NOT_YET_VALID),
                certified(
                        "another name",
                        c -> c.named("other.example"),
                        INBOUND_TLS_CERTIFICATE_NAME_MISMATCH),
                certified(
                        "a chain of twelve",
                        c -> c.intermediates(11),
                        INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LONG),
                certified(
                        "self-signed",
                        CertificateSpec::selfSigned,
                        INBOUND_TLS_CERTIFICATE_SELF_SIGNED),
                certified("SHA-1", CertificateSpec::sha1, INBOUND_TLS_CERTIFICATE_SIGNATURE_WEAK),
                certified(
                        "RSA 1024",
                        c -> c.key(CertificateSpec.Key.RSA_1024),
                        INBOUND_TLS_CERTIFICATE_KEY_SHORT),
                legacyCertified("RSA 768", CertificateSpec.Key.RSA_768),
                legacyCertified("RSA 512", CertificateSpec.Key.RSA_512),
                forged(
                        "RSA 16384",
                        Forged.host(NAME, huge).issuedBy(AUTHORITY),
                        INBOUND_TLS_NOT_KNOWN,
                        INBOUND_TLS_CERTIFICATE_KEY_TOO_LONG),
                forged(
                        "MD5",
                        Forged.host(NAME, EC).issuedBy("rsa", rsa).signedWith("MD5WITHRSA"),
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_CERTIFICATE_SIGNATURE_WEAK),
                forged(
                        "not for servers",
                        Forged.host(NAME, EC)
                                .purpose(KeyPurposeId.id_kp_clientAuth)
                                .issuedBy(AUTHORITY),
                        INBOUND_TLS_CERTIFICATE_NOT_FOR_SERVERS),
                forged(
                        "not for signing",
                        Forged.host(NAME, EC)
                                .extension(
                                        Extension.keyUsage,
                                        true,
                                        new KeyUsage(KeyUsage.keyEncipherment))
                                .issuedBy(AUTHORITY),
                        INBOUND_TLS_CERTIFICATE_NOT_FOR_SIGNING),
                forged(
                        "an authority's",
                        Forged.host(NAME, EC)
                                .extension(
                                        Extension.basicConstraints,
                                        true,
                                        new BasicConstraints(true))
                                .issuedBy(AUTHORITY),
                        INBOUND_TLS_CERTIFICATE_IS_AUTHORITY),
                peer(
                        "a signature that does not hold",
                        ForgedPeers.showing(
                                List.of(
                                        Forged.host(NAME, EC).issuedBy(AUTHORITY).der(),
                                        wrong.der()),
                                EC),
                        INBOUND_TLS_CERTIFICATE_SIGNATURE_BROKEN),
                peer(
                        "issued by a host",
                        ForgedPeers.showing(
                                List.of(
                                        Forged.host(NAME, EC).issuedBy("host.example", EC).der(),
                                        Forged.host("host.example", EC).issuedBy(AUTHORITY).der()),
                                EC),
                        INBOUND_TLS_CERTIFICATE_ISSUER_NOT_ENTITLED),
                peer(
                        "40 KB of certificates",
                        ForgedPeers.showing(
                                List.of(Forged.host(NAME, EC).der(), large(20_000), large(20_000)),
                                EC),
                        INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LARGE),
                peer(
                        "a certificate of 60 KB",
                        ForgedPeers.showing(List.of(large(60_000)), EC),
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LARGE,
                        INBOUND_TLS_CERTIFICATE_TRUST_NOT_KNOWN));
    }

    /** The JDK refuses such keys, so the server is one of the other kind. */
    private static Arguments legacyCertified(String what, CertificateSpec.Key key) {
        SmtpHost host =
                sound().certificate(c -> c.key(key))
                        .tls(t ->
                                TlsSettings.legacy(t.certificate())
                                        .protocols("TLSv1.2")
                                        .suites("TLS_RSA_WITH_AES_128_CBC_SHA"));
        return Arguments.of(
                what, host, Set.of(INBOUND_TLS_CERTIFICATE_KEY_TOO_SHORT, INBOUND_TLS_CIPHER_WEAK));
    }

    private static byte[] large(int bytes) {
        String[] names = new String[bytes / 100];
        Arrays.setAll(names, i -> "x".repeat(60) + "." + "y".repeat(22) + i % 1000 + ".example");
        return Forged.of(NAME, EC).names(names).der();
    }

    static Stream<Arguments> withOldTls() {
        return Stream.of(
                taking(
                        "anonymous only",
                        "TLS_DH_anon_WITH_AES_128_CBC_SHA",
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        INBOUND_TLS_DATED_CIPHER_ACCEPTED),
                taking(
                        "RC4 only",
                        "TLS_RSA_WITH_RC4_128_SHA",
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        INBOUND_TLS_BROKEN_CIPHER_ACCEPTED),
                taking(
                        "EXPORT only",
                        "TLS_RSA_EXPORT_WITH_RC4_40_MD5",
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        INBOUND_TLS_BROKEN_CIPHER_ACCEPTED),
                taking(
                        "NULL only",
                        "TLS_RSA_WITH_NULL_SHA256",
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        INBOUND_TLS_BROKEN_CIPHER_ACCEPTED),
                taking(
                        "DES only",
                        "TLS_RSA_WITH_DES_CBC_SHA",
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        INBOUND_TLS_BROKEN_CIPHER_ACCEPTED),
                taking(
                        "3DES only",
                        "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        INBOUND_TLS_DATED_CIPHER_ACCEPTED),
                taking(
                        "static RSA only",
                        "TLS_RSA_WITH_AES_128_GCM_SHA256",
                        INBOUND_TLS_CIPHER_WEAK),
                legacy(
                        "good, and RC4",
                        t ->
                                t.protocols("TLSv1.2")
                                        .suites(
                                                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                                                "TLS_RSA_WITH_RC4_128_SHA"),
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_CIPHER_STRONG,
                        INBOUND_TLS_OLD_VERSIONS_REFUSED,
                        INBOUND_TLS_BROKEN_CIPHER_ACCEPTED),
                legacy(
                        "good, and CBC",
                        t ->
                                t.protocols("TLSv1.2")
                                        .suites(
                                                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                                                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
                        INBOUND_TLS_CIPHER_STRONG,
                        INBOUND_TLS_BROKEN_CIPHERS_REFUSED,
                        INBOUND_TLS_DATED_CIPHER_ACCEPTED),
                legacy(
                        "TLS 1.0 to 1.3",
                        t -> t.protocols("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1"),
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_OLD_VERSION_ACCEPTED),
                legacy(
                        "SSL 3.0 to TLS 1.2",
                        t -> t.protocols("TLSv1.2", "TLSv1.1", "TLSv1", "SSLv3"),
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_OLD_VERSION_ACCEPTED,
                        INBOUND_TLS_SSL3_ACCEPTED),
                legacy("TLS 1.1 only", t -> t.protocols("TLSv1.1"), INBOUND_TLS_VERSION_TOO_OLD),
                legacy("TLS 1.0 only", t -> t.protocols("TLSv1"), INBOUND_TLS_VERSION_TOO_OLD),
                legacy(
                        "SSL 3.0 only",
                        t -> t.protocols("SSLv3"),
                        INBOUND_TLS_VERSION_TOO_OLD,
                        INBOUND_TLS_SSL3_ACCEPTED),
                legacy(
                        "a group of 768 bits",
                        t ->
                                t.protocols("TLSv1.2")
                                        .suites("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256")
                                        .legacy(new TlsSettings.Legacy(768, true)),
                        INBOUND_TLS_DH_GROUP_TOO_SHORT),
                legacy(
                        "a group of 1024 bits for those who have no curves",
                        t ->
                                t.protocols("TLSv1.2")
                                        .suites(
                                                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                                                "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"),
                        INBOUND_TLS_KEY_EXCHANGE_STRONG,
                        INBOUND_TLS_DH_GROUP_SHORT,
                        INBOUND_TLS_DATED_CIPHER_ACCEPTED),
                legacy(
                        "no extended master secret, hidden behind TLS 1.3",
                        t ->
                                t.protocols("TLSv1.3", "TLSv1.2")
                                        .suites(
                                                "TLS_AES_128_GCM_SHA256",
                                                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                                        .legacy(new TlsSettings.Legacy(1024, false)),
                        INBOUND_TLS_VERSION_MODERN,
                        INBOUND_TLS_NO_EXTENDED_MASTER_SECRET),
                server(
                        "the hybrid group",
                        s -> s.groups(NamedGroup.X25519MLKEM768),
                        INBOUND_TLS_KEY_EXCHANGE_STRONG,
                        INBOUND_TLS_POST_QUANTUM),
                server(
                        "TLS 1.2 with a strong curve",
                        s ->
                                s.version(ProtocolVersion.TLSv12)
                                        .suites(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)
                                        .groups(NamedGroup.secp384r1),
                        INBOUND_TLS_CIPHER_STRONG,
                        INBOUND_TLS_DATED_CIPHERS_REFUSED,
                        INBOUND_TLS_OLD_VERSIONS_REFUSED),
                peer(
                        "picks compression",
                        answers(serverHello("0303", "002f", "01", "")),
                        INBOUND_TLS_HANDSHAKE_FAILED,
                        INBOUND_TLS_COMPRESSION));
    }

    static Stream<Arguments> withStaples() {
        byte[] issuer = AUTHORITY.der();
        Date day = Date.from(Instant.parse("2026-11-01T00:00:00Z"));
        return Stream.of(
                server(
                        "a good status",
                        s -> s.staple(ForgedStatus.of(CertificateStatus.GOOD, 1, issuer, EC)),
                        INBOUND_TLS_CERTIFICATE_NOT_REVOKED),
                server(
                        "a good status in TLS 1.2",
                        s ->
                                s.version(ProtocolVersion.TLSv12)
                                        .suites(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)
                                        .staple(
                                                ForgedStatus.of(
                                                        CertificateStatus.GOOD, 1, issuer, EC)),
                        INBOUND_TLS_CERTIFICATE_NOT_REVOKED),
                server(
                        "revoked",
                        s -> s.staple(ForgedStatus.of(new RevokedStatus(day, 1), 1, issuer, EC)),
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_CERTIFICATE_REVOKED),
                server(
                        "another certificate's status",
                        s -> s.staple(ForgedStatus.of(CertificateStatus.GOOD, 7, issuer, EC)),
                        INBOUND_TLS_CERTIFICATE_STATUS_UNUSABLE),
                server(
                        "junk for a status",
                        s -> s.staple(new byte[] {1, 2, 3}),
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_CERTIFICATE_STATUS_UNUSABLE));
    }

    static Stream<Arguments> thatBreakTheProtocol() {
        String good = serverHello("0303", "c02f", "00", "");
        String nested = "3082ffff".repeat(2000);
        return Stream.of(
                peer(
                        "an extension nobody asked for (ALPN)",
                        answers(serverHello("0303", "c02f", "00", "0010000500030268320d")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a version from the future",
                        answers(serverHello("0305", "c02f", "00", "")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a version of before SSL",
                        answers(serverHello("0002", "c02f", "00", "")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a suite that was never offered",
                        answers(serverHello("0303", "1234", "00", "")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a suite of TLS 1.3 in TLS 1.2",
                        answers(serverHello("0303", "1301", "00", "")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a certificate message cut short",
                        answers(good + message("0b", "0000100000") + record("15", "0100")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a certificate that never ends",
                        answers(good + record("16", "0b" + "ffffff" + "00".repeat(16_000))),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "nested garbage for a certificate",
                        answers(
                                good
                                        + message(
                                                "0b",
                                                "001f43" + "001f40" + nested.substring(0, 16_000))),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a handshake message of 16 MB",
                        answers(record("16", "02ffffff" + "00".repeat(1000))),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "an alert nobody knows",
                        answers(record("15", "02fa")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "warnings without end",
                        ForgedPeers.floods(record("15", "015a")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "empty records without end",
                        ForgedPeers.floods("1603030000"),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "a hello of its own kind",
                        answers(message("01", "0303" + "22".repeat(32) + "000002c02f0100")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "HTTP",
                        answers(text("HTTP/1.1 400 Bad Request\r\n\r\n")),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "SMTP in clear",
                        answers(text("250 still in clear\r\n".repeat(50))),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                peer(
                        "more certificates than anybody takes",
                        ForgedPeers.showing(
                                Collections.nCopies(101, Forged.host(NAME, EC).der()), EC),
                        INBOUND_TLS_HANDSHAKE_FAILED),
                Arguments.of(
                        "junk after its hello",
                        sound().turn(Turn.JUNK_AFTER_SERVER_HELLO),
                        Set.of(INBOUND_TLS_HANDSHAKE_FAILED)),
                Arguments.of(
                        "an alert",
                        sound().turn(Turn.HANDSHAKE_FAILURE),
                        Set.of(INBOUND_TLS_HANDSHAKE_FAILED)),
                Arguments.of(
                        "hangs up",
                        sound().turn(Turn.HANGS_UP),
                        Set.of(INBOUND_TLS_HANDSHAKE_FAILED)),
                Arguments.of(
                        "says nothing more",
                        sound().turn(Turn.HANGS),
                        Set.of(INBOUND_TLS_NOT_KNOWN)),
                Arguments.of(
                        "a byte a second",
                        sound().turn(Turn.DRIPS_SERVER_HELLO),
                        Set.of(INBOUND_TLS_NOT_KNOWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"withBadCertificates", "withOldTls", "withStaples", "thatBreakTheProtocol"})
    void isGradedOrNotKnownAndSeesSixSessionsAtMost(
            String what, SmtpHost host, Set<FindingCode> expected) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, host)).limits(LIMITS)) {
            Observations seen = lab.see(DOMAIN, HOST);
            Judgement judgement = new Judgement(lab.target(DOMAIN), seen, SmtpLab.NOW);
            CheckResult result = Checks.judge(new InboundTlsCheck(), judgement);

            assertThat(codes(result)).containsAll(expected);
            assertThat(result.evidence()).doesNotContainKey("error");
            assertThat(codes(result)).doesNotContainAnyElementsOf(contrary(expected));
            SmtpLog log = lab.world().smtpLog(ADDRESS);
            assertThat(log.sessions()).hasSizeLessThanOrEqualTo(6);
            assertThat(log.saw("DATA")).isFalse();
        }
    }

    private static Set<FindingCode> codes(CheckResult result) {
        return result.findings().stream()
                .map(Finding::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
    }

    /** Where a handshake fails or is not known, nothing good is said, and the other way round. */
    private static Set<FindingCode> contrary(Set<FindingCode> expected) {
        boolean fails =
                expected.contains(INBOUND_TLS_HANDSHAKE_FAILED)
                        || expected.contains(INBOUND_TLS_NOT_KNOWN)
                        || expected.contains(INBOUND_TLS_VERSION_TOO_OLD);
        return fails
                ? EnumSet.of(
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_OLD_VERSIONS_REFUSED,
                        INBOUND_TLS_BROKEN_CIPHERS_REFUSED,
                        INBOUND_TLS_DATED_CIPHERS_REFUSED)
                : EnumSet.of(INBOUND_TLS_HANDSHAKE_FAILED, INBOUND_TLS_NOT_KNOWN);
    }
}
