package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.INBOUND_TLS_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_OUT_OF_ORDER;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CERTIFICATE_IS_AUTHORITY;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CERTIFICATE_KEY_STRONG;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CERTIFICATE_KEY_TOO_LONG;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CERTIFICATE_KEY_TOO_SHORT;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CERTIFICATE_NOT_FOR_SERVERS;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CIPHER_STRONG;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_CIPHER_WEAK;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_DH_GROUP_SHORT;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_DH_GROUP_TOO_SHORT;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_HANDSHAKE_FAILED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_KEY_EXCHANGE_STRONG;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NO_EXTENDED_MASTER_SECRET;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NO_MAIL_HOSTS;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_RENEGOTIATION_INSECURE;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_STARTTLS_WORKS;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_VERSION_MODERN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_VERSION_TOO_OLD;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.probe.Target;
import dev.mailcheck.tls.Forged;
import dev.mailcheck.tls.ForgedKey;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;
import dev.mailcheck.tls.Trust;

import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no server of the test world can be made to show, judged from observations. */
class InboundTlsJudgementTest {
    private static final String HOST = "mx1.sound.example";
    private static final String ADDRESS = "192.0.2.10";
    private static final EgressObservation OPEN =
            Port25.control(false, false, Port25.sound(Port25.CONTROL, "198.51.100.1"));
    private static final ForgedKey EC = ForgedKey.ec();
    private static final Forged AUTHORITY = Forged.authority("authority", EC);

    private static TlsFacts tls12(String cipher, String group, int bits) {
        return facts("TLSv1.2", cipher, Optional.of(group), bits, true, true);
    }

    private static TlsFacts facts(
            String version,
            String cipher,
            Optional<String> group,
            int bits,
            boolean masterSecret,
            boolean renegotiation) {
        return new TlsFacts(
                "sender",
                Optional.of(version),
                Optional.of(cipher),
                group,
                bits,
                masterSecret,
                Optional.of(renegotiation),
                false,
                Optional.empty(),
                0,
                0,
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static TlsFacts failed(TlsFailure failure, String detail, Forged... chain) {
        return new TlsFacts(
                "sender",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                chain.length,
                0,
                Stream.of(chain).map(Forged::base64).toList(),
                Optional.of(failure),
                detail,
                Optional.of(new Trust(Trust.Reason.ANCHORED, List.of(0))),
                Optional.empty());
    }

    static Stream<Arguments> parameters() {
        String gcm = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";
        Set<FindingCode> sound =
                EnumSet.of(
                        INBOUND_TLS_STARTTLS_WORKS,
                        INBOUND_TLS_VERSION_MODERN,
                        INBOUND_TLS_CIPHER_STRONG,
                        INBOUND_TLS_KEY_EXCHANGE_STRONG);
        return Stream.of(
                Arguments.of(tls12(gcm, "dh", 2048), sound),
                Arguments.of(
                        tls12(gcm, "dh", 2047),
                        but(sound, INBOUND_TLS_KEY_EXCHANGE_STRONG, INBOUND_TLS_DH_GROUP_SHORT)),
                Arguments.of(
                        tls12(gcm, "dh", 1024),
                        but(sound, INBOUND_TLS_KEY_EXCHANGE_STRONG, INBOUND_TLS_DH_GROUP_SHORT)),
                Arguments.of(
                        tls12(gcm, "dh", 1023),
                        but(
                                sound,
                                INBOUND_TLS_KEY_EXCHANGE_STRONG,
                                INBOUND_TLS_DH_GROUP_TOO_SHORT)),
                Arguments.of(
                        facts(
                                "TLSv1.2",
                                "TLS_RSA_WITH_AES_128_GCM_SHA256",
                                Optional.empty(),
                                0,
                                true,
                                true),
                        EnumSet.of(
                                INBOUND_TLS_STARTTLS_WORKS,
                                INBOUND_TLS_VERSION_MODERN,
                                INBOUND_TLS_CIPHER_WEAK)),
                Arguments.of(
                        tls12("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "secp256r1", 0),
                        but(sound, INBOUND_TLS_CIPHER_STRONG, INBOUND_TLS_CIPHER_WEAK)),
                Arguments.of(
                        tls12("0x0005", "secp256r1", 0),
                        but(sound, INBOUND_TLS_CIPHER_STRONG, INBOUND_TLS_CIPHER_WEAK)),
                Arguments.of(
                        facts("TLSv1.2", gcm, Optional.of("dh"), 2048, false, true),
                        but(sound, INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_NO_EXTENDED_MASTER_SECRET)),
                Arguments.of(
                        facts("TLSv1.2", gcm, Optional.of("dh"), 2048, true, false),
                        but(sound, INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_RENEGOTIATION_INSECURE)));
    }

    private static Set<FindingCode> but(
            Set<FindingCode> sound, FindingCode without, FindingCode with) {
        Set<FindingCode> codes = EnumSet.copyOf(sound);
        codes.remove(without);
        codes.add(with);
        return codes;
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void whatTheServerPickedIsJudged(TlsFacts facts, Set<FindingCode> expected) {
        assertThat(codes(OPEN, showing(facts))).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        TlsFailure.ALERT, "handshake_failure(40)", INBOUND_TLS_HANDSHAKE_FAILED),
                Arguments.of(TlsFailure.ALERT, "protocol_version(70)", INBOUND_TLS_VERSION_TOO_OLD),
                Arguments.of(TlsFailure.OLD_VERSION, "", INBOUND_TLS_VERSION_TOO_OLD),
                Arguments.of(TlsFailure.PROTOCOL_ERROR, "x", INBOUND_TLS_HANDSHAKE_FAILED),
                Arguments.of(TlsFailure.BAD_CERTIFICATE, "x", INBOUND_TLS_HANDSHAKE_FAILED),
                Arguments.of(TlsFailure.CHAIN_TOO_LONG, "x", INBOUND_TLS_HANDSHAKE_FAILED),
                Arguments.of(TlsFailure.TOO_MUCH_DATA, "x", INBOUND_TLS_HANDSHAKE_FAILED),
                Arguments.of(TlsFailure.CLOSED, "x", INBOUND_TLS_NOT_KNOWN),
                Arguments.of(TlsFailure.TIMEOUT, "x", INBOUND_TLS_NOT_KNOWN),
                Arguments.of(TlsFailure.DEADLINE, "x", INBOUND_TLS_NOT_KNOWN),
                Arguments.of(TlsFailure.NOT_COMPUTED, "x", INBOUND_TLS_NOT_KNOWN));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aHandshakeThatFailedOnceIsJudgedByHow(
            TlsFailure failure, String detail, FindingCode expected) {
        assertThat(codes(OPEN, showing(failed(failure, detail)))).containsExactly(expected);
    }

    @Test
    void aHandshakeThatBrokeOffAndThenWorkedIsFine() {
        SmtpSession first = showing(failed(TlsFailure.CLOSED, ""));
        SmtpSession second = showing(tls12("TLS_AES_128_GCM_SHA256", "x25519", 0));

        assertThat(codes(observations(OPEN, first, second)))
                .contains(INBOUND_TLS_STARTTLS_WORKS)
                .doesNotContain(INBOUND_TLS_HANDSHAKE_FAILED, INBOUND_TLS_ADDRESS_NOT_KNOWN);
    }

    @Test
    void aHandshakeThatBrokeOffTwiceHasFailed() {
        SmtpSession session = showing(failed(TlsFailure.CLOSED, ""));

        assertThat(codes(observations(OPEN, session, session)))
                .containsExactly(INBOUND_TLS_HANDSHAKE_FAILED);
    }

    static Stream<Arguments> certificates() {
        return Stream.of(
                Arguments.of(
                        host(ForgedKey.rsaPublic(768, BigInteger.valueOf(65537))),
                        INBOUND_TLS_CERTIFICATE_KEY_TOO_SHORT),
                Arguments.of(
                        host(ForgedKey.rsaPublic(16_384, BigInteger.valueOf(65537))),
                        INBOUND_TLS_CERTIFICATE_KEY_TOO_LONG),
                Arguments.of(
                        host(EC).purpose(KeyPurposeId.id_kp_emailProtection),
                        INBOUND_TLS_CERTIFICATE_NOT_FOR_SERVERS),
                Arguments.of(
                        Forged.authority(HOST, EC).issuedBy(AUTHORITY).names(HOST),
                        INBOUND_TLS_CERTIFICATE_IS_AUTHORITY));
    }

    private static Forged host(ForgedKey key) {
        return Forged.host(HOST, key).issuedBy(AUTHORITY);
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void aCertificateIsJudgedAlsoWhereTheHandshakeFailed(Forged certificate, FindingCode expected) {
        assertThat(codes(OPEN, showing(failed(TlsFailure.NOT_COMPUTED, "", certificate))))
                .contains(expected, INBOUND_TLS_NOT_KNOWN);
    }

    @Test
    void certificatesInDisorderAreARemark() {
        TlsFacts facts =
                failed(TlsFailure.PROTOCOL_ERROR, "", host(EC), AUTHORITY, AUTHORITY)
                        .verified(
                                new Trust(Trust.Reason.ANCHORED, List.of(0, 2)), Optional.empty());

        assertThat(codes(OPEN, showing(facts)))
                .contains(INBOUND_TLS_CERTIFICATE_CHAIN_OUT_OF_ORDER);
    }

    @Test
    void theCertificateOfAnIntercepterIsNotJudged() {
        EgressObservation intercepted =
                Port25.control(false, false, Port25.greeting("c.example", "198.51.100.1", "c"));

        assertThat(codes(intercepted, showing(failed(TlsFailure.NOT_COMPUTED, "", host(EC)))))
                .containsExactly(INBOUND_TLS_NOT_KNOWN)
                .doesNotContain(INBOUND_TLS_CERTIFICATE_KEY_STRONG);
    }

    @Test
    void anMxThatCouldNotBeLookedUpLeavesItUnknown() {
        MxObservation mx =
                new MxObservation(
                        new DnsAnswer.Failed(DnsFailure.SERVFAIL, ""),
                        false,
                        false,
                        List.of(),
                        List.of());
        SmtpObservation smtp = new SmtpObservation(Optional.of("NO_MAIL_HOSTS"), List.of());

        assertThat(findings(new Observations(List.of(mx, smtp, OPEN))))
                .extracting(Finding::code, finding -> finding.arguments().get("reason"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(INBOUND_TLS_NOT_KNOWN, "SERVFAIL"));
    }

    @Test
    void whatWasSwitchedOffIsExcused() {
        SmtpObservation off = new SmtpObservation(Optional.of("SWITCHED_OFF"), List.of());
        MxObservation mx = SmtpLab.mx(false, SmtpLab.host(10, HOST, ADDRESS));

        CheckResult result = result(new Observations(List.of(mx, off, OPEN)));

        assertThat(result.excuse()).contains("SWITCHED_OFF");
        assertThat(result.status()).isEqualTo(Status.UNDETERMINED);
    }

    @Test
    void aDomainWithoutMailHostsIsNotApplicable() {
        SmtpObservation none = new SmtpObservation(Optional.of("NO_MAIL_HOSTS"), List.of());

        CheckResult result = result(new Observations(List.of(SmtpLab.mx(false), none, OPEN)));

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly(INBOUND_TLS_NO_MAIL_HOSTS);
        assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void hostsWithoutPublicAddressAreNotKnown() {
        MxObservation mx = SmtpLab.mx(false, SmtpLab.host(10, HOST));
        SmtpObservation nothing = new SmtpObservation(Optional.empty(), List.of());

        assertThat(findings(new Observations(List.of(mx, nothing, OPEN))))
                .extracting(Finding::code, finding -> finding.arguments().get("reason"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                INBOUND_TLS_NOT_KNOWN, "NO_PUBLIC_ADDRESS"));
    }

    @Test
    void addressesWithTheSameFindingShareOne() {
        TlsFacts facts = tls12("TLS_AES_128_GCM_SHA256", "x25519", 0);
        MxObservation mx = SmtpLab.mx(false, SmtpLab.host(10, HOST, ADDRESS, "192.0.2.11"));
        SmtpObservation smtp =
                new SmtpObservation(
                        Optional.empty(),
                        List.of(
                                Port25.showing(HOST, ADDRESS, facts),
                                Port25.showing(HOST, "192.0.2.11", facts)));

        assertThat(findings(new Observations(List.of(mx, smtp, OPEN))))
                .hasSize(4)
                .allSatisfy(finding -> {
                    assertThat(finding.subject()).isEqualTo(HOST);
                    assertThat(finding.arguments())
                            .containsEntry("addresses", "192.0.2.10, 192.0.2.11");
                });
    }

    private static SmtpSession showing(TlsFacts facts) {
        return Port25.showing(HOST, ADDRESS, facts);
    }

    private static Observations observations(EgressObservation egress, SmtpSession... sessions) {
        return new Observations(
                List.of(
                        SmtpLab.mx(false, SmtpLab.host(10, HOST, ADDRESS)),
                        new SmtpObservation(Optional.empty(), List.of(sessions)),
                        egress));
    }

    private static Set<FindingCode> codes(EgressObservation egress, SmtpSession session) {
        return codes(observations(egress, session));
    }

    private static Set<FindingCode> codes(Observations seen) {
        return findings(seen).stream()
                .map(Finding::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
    }

    private static List<Finding> findings(Observations seen) {
        return result(seen).findings();
    }

    private static CheckResult result(Observations seen) {
        Target target = new Target(new Domain("sound.example"), CheckOptions.DEFAULT);
        return Checks.judge(new InboundTlsCheck(), new Judgement(target, seen, SmtpLab.NOW));
    }
}
