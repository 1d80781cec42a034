package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.world.Port25;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.smtp.SmtpAct;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.SmtpStage;
import dev.mailcheck.world.smtp.StartTls.Turn;
import dev.mailcheck.world.tls.CertificateSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mail hosts with one fault each, and exactly the codes that inbound-tls then finds. */
class InboundTlsScenarioTest {
    private static final String DOMAIN = "sound.example";
    private static final String FIRST = "192.0.2.10";
    private static final String SECOND = "192.0.2.20";
    private static final MxHost BEST = SmtpLab.host(10, "mx1.sound.example", FIRST);
    private static final MxHost BACKUP = SmtpLab.host(20, "mx2.sound.example", SECOND);

    /** Short only where a host of these tests is silent for good. */
    private static final SmtpLimits IMPATIENT_IN_HANDSHAKES = limits(20, 20, 3);

    private static final SmtpLimits IMPATIENT = limits(1, 2, 20);

    private static final Set<FindingCode> SOUND =
            EnumSet.of(
                    INBOUND_TLS_STARTTLS_WORKS,
                    INBOUND_TLS_VERSION_MODERN,
                    INBOUND_TLS_OLD_VERSIONS_REFUSED,
                    INBOUND_TLS_CIPHER_STRONG,
                    INBOUND_TLS_BROKEN_CIPHERS_REFUSED,
                    INBOUND_TLS_DATED_CIPHERS_REFUSED,
                    INBOUND_TLS_KEY_EXCHANGE_STRONG,
                    INBOUND_TLS_CERTIFICATE_NAME_MATCHES,
                    INBOUND_TLS_CERTIFICATE_TRUSTED,
                    INBOUND_TLS_CERTIFICATE_DATES_GOOD,
                    INBOUND_TLS_CERTIFICATE_KEY_STRONG,
                    INBOUND_TLS_CERTIFICATE_SIGNATURE_STRONG);

    private static SmtpLimits limits(int banner, int command, int handshake) {
        return new SmtpLimits(
                Duration.ofSeconds(banner),
                Duration.ofSeconds(command),
                Duration.ofSeconds(handshake),
                Duration.ofSeconds(1));
    }

    private static Set<FindingCode> soundBut(FindingCode without, FindingCode... with) {
        Set<FindingCode> codes = EnumSet.copyOf(SOUND);
        codes.remove(without);
        codes.addAll(List.of(with));
        return codes;
    }

    /** Who picks CBC from all that a sender offers takes it also when nothing better is offered. */
    private static Set<FindingCode> weakCipher() {
        Set<FindingCode> codes = soundBut(INBOUND_TLS_CIPHER_STRONG, INBOUND_TLS_CIPHER_WEAK);
        codes.remove(INBOUND_TLS_DATED_CIPHERS_REFUSED);
        return codes;
    }

    private static SmtpHost sound() {
        return SmtpHost.sound("mx1.sound.example", DOMAIN);
    }

    private static SmtpHost certified(UnaryOperator<CertificateSpec> fault) {
        return sound().certificate(fault);
    }

    static Stream<Arguments> oneHost() {
        return Stream.of(
                Arguments.of("sound", sound(), SOUND),
                Arguments.of(
                        "no STARTTLS", sound().noStartTls(), Set.of(INBOUND_TLS_STARTTLS_MISSING)),
                Arguments.of(
                        "STARTTLS answered 554",
                        sound().at(SmtpStage.STARTTLS, SmtpAct.say(554, "5.7.3 No TLS for you")),
                        Set.of(INBOUND_TLS_STARTTLS_REFUSED)),
                Arguments.of(
                        "STARTTLS answered 454",
                        sound().at(SmtpStage.STARTTLS, SmtpAct.say(454, "4.7.0 TLS not available")),
                        Set.of(INBOUND_TLS_NOT_KNOWN)),
                Arguments.of(
                        "alert",
                        sound().turn(Turn.HANDSHAKE_FAILURE),
                        Set.of(INBOUND_TLS_HANDSHAKE_FAILED)),
                Arguments.of(
                        "hangs up at every handshake",
                        sound().turn(Turn.HANGS_UP),
                        Set.of(INBOUND_TLS_HANDSHAKE_FAILED)),
                Arguments.of(
                        "never answers the hello",
                        sound().turn(Turn.HANGS),
                        Set.of(INBOUND_TLS_NOT_KNOWN)),
                Arguments.of(
                        "junk after its hello",
                        sound().turn(Turn.JUNK_AFTER_SERVER_HELLO),
                        Set.of(INBOUND_TLS_HANDSHAKE_FAILED)),
                Arguments.of(
                        "speaks in clear before the handshake",
                        sound().turn(Turn.INJECTS_PLAINTEXT),
                        soundBut(INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_PLAINTEXT_BEFORE_HANDSHAKE)),
                Arguments.of("TLS 1.2", sound().tls(t -> t.protocols("TLSv1.2")), SOUND),
                Arguments.of(
                        "CBC only",
                        sound().tls(t ->
                                t.protocols("TLSv1.2")
                                        .suites("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256")),
                        weakCipher()),
                Arguments.of(
                        "another name",
                        certified(c -> c.named("mail.other.example")),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_NAME_MATCHES,
                                INBOUND_TLS_CERTIFICATE_NAME_MISMATCH)),
                Arguments.of("a wildcard", certified(c -> c.named("*.sound.example")), SOUND),
                Arguments.of(
                        "self-signed",
                        certified(CertificateSpec::selfSigned),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_TRUSTED,
                                INBOUND_TLS_CERTIFICATE_SELF_SIGNED)),
                Arguments.of(
                        "unknown authority",
                        certified(CertificateSpec::untrusted),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_TRUSTED,
                                INBOUND_TLS_CERTIFICATE_UNTRUSTED)),
                Arguments.of(
                        "missing intermediate",
                        certified(CertificateSpec::missingIntermediate),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_TRUSTED,
                                INBOUND_TLS_CERTIFICATE_CHAIN_INCOMPLETE)),
                Arguments.of(
                        "expired",
                        certified(CertificateSpec::expired),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_DATES_GOOD,
                                INBOUND_TLS_CERTIFICATE_EXPIRED)),
                Arguments.of(
                        "not yet valid",
                        certified(CertificateSpec::notYetValid),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_DATES_GOOD,
                                INBOUND_TLS_CERTIFICATE_NOT_YET_VALID)),
                Arguments.of(
                        "ends in 30 days",
                        certified(c -> c.endingIn(Duration.ofDays(30))),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_DATES_GOOD,
                                INBOUND_TLS_CERTIFICATE_EXPIRES_SOON)),
                Arguments.of(
                        "ends in 31 days", certified(c -> c.endingIn(Duration.ofDays(31))), SOUND),
                Arguments.of(
                        "RSA 2048", certified(c -> c.key(CertificateSpec.Key.RSA_2048)), SOUND),
                Arguments.of(
                        "RSA 1024",
                        certified(c -> c.key(CertificateSpec.Key.RSA_1024)),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_KEY_STRONG,
                                INBOUND_TLS_CERTIFICATE_KEY_SHORT)),
                Arguments.of(
                        "SHA-1",
                        certified(CertificateSpec::sha1),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_SIGNATURE_STRONG,
                                INBOUND_TLS_CERTIFICATE_SIGNATURE_WEAK)),
                Arguments.of(
                        "eleven certificates",
                        certified(c -> c.intermediates(10)),
                        soundBut(
                                INBOUND_TLS_CERTIFICATE_TRUSTED,
                                INBOUND_TLS_CERTIFICATE_TRUST_NOT_KNOWN,
                                INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LONG)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneHost")
    void findsExactly(String fault, SmtpHost host, Set<FindingCode> expected) {
        assertThat(codes(plan -> plan.smtp(FIRST, host), BEST)).isEqualTo(expected);
    }

    private static SmtpHost backup() {
        return SmtpHost.sound("mx2.sound.example", DOMAIN);
    }

    static Stream<Arguments> twoHosts() {
        return Stream.of(
                Arguments.of("both sound", two(sound(), backup()), SOUND),
                Arguments.of(
                        "backup without STARTTLS",
                        two(sound(), backup().noStartTls()),
                        soundBut(INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_STARTTLS_NOT_EVERYWHERE)),
                Arguments.of(
                        "best without STARTTLS",
                        two(sound().noStartTls(), backup()),
                        soundBut(INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_STARTTLS_MISSING)),
                Arguments.of(
                        "backup busy",
                        two(sound(), backup().busy()),
                        soundBut(INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_ADDRESS_NOT_KNOWN)),
                Arguments.of(
                        "best busy, backup without STARTTLS",
                        two(sound().busy(), backup().noStartTls()),
                        Set.of(INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_STARTTLS_NOT_EVERYWHERE)),
                Arguments.of(
                        "best busy",
                        two(sound().busy(), backup()),
                        soundBut(INBOUND_TLS_NOT_KNOWN, INBOUND_TLS_ADDRESS_NOT_KNOWN)),
                Arguments.of(
                        "both busy",
                        two(sound().busy(), backup().busy()),
                        Set.of(INBOUND_TLS_NOT_KNOWN)));
    }

    private static UnaryOperator<WorldPlan> two(SmtpHost best, SmtpHost backup) {
        return plan -> plan.smtp(FIRST, best).smtp(SECOND, backup);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoHosts")
    void findsExactlyAtTwoHosts(
            String fault, UnaryOperator<WorldPlan> plan, Set<FindingCode> expected) {
        assertThat(codes(plan, BEST, BACKUP)).isEqualTo(expected);
    }

    static Stream<Arguments> hostsThatCannotBeJudged() {
        return Stream.of(
                Arguments.of(sound().busy(), "BUSY"),
                Arguments.of(sound().greeting(450, "4.3.2 later"), "DEFERRED"),
                Arguments.of(sound().blocksClient(), "REJECTED_US"),
                Arguments.of(sound().greeting(550, "5.7.1 go away"), "REJECTED_US"),
                Arguments.of(sound().takesNoMail(), "NO_MAIL_HERE"),
                Arguments.of(sound().silent(), "NO_GREETING"),
                Arguments.of(sound().drips(), "NO_GREETING"),
                Arguments.of(sound().floods(), "NOT_SMTP"),
                Arguments.of(sound().neverEndsItsLine(), "NOT_SMTP"),
                Arguments.of(
                        sound().at(SmtpStage.CONNECT, SmtpAct.raw("HTTP/1.1 400\r\n")), "NOT_SMTP"),
                Arguments.of(sound().at(SmtpStage.CONNECT, SmtpAct.hangUp()), "HUNG_UP"),
                Arguments.of(sound().busyAfterEhlo(), "BUSY"),
                Arguments.of(
                        sound().at(SmtpStage.EHLO, SmtpAct.say(550, "5.7.1 not with this name")),
                        "EHLO_REFUSED"),
                Arguments.of(sound().at(SmtpStage.EHLO, SmtpAct.hangUp()), "HUNG_UP"),
                Arguments.of(sound().at(SmtpStage.EHLO, SmtpAct.silent()), "NO_REPLY"),
                Arguments.of(sound().at(SmtpStage.STARTTLS, SmtpAct.hangUp()), "HUNG_UP"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("hostsThatCannotBeJudged")
    void saysWhyAHostCannotBeJudged(SmtpHost host, String reason) {
        assertThat(reason(plan -> plan.smtp(FIRST, host))).isEqualTo(reason);
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(new Port25.Closed(), "PORT_25_CLOSED_HERE"),
                Arguments.of(new Port25.Dropped(), "PORT_25_CLOSED_HERE"),
                Arguments.of(Port25.intercepted(), "SMTP_INTERCEPTED_HERE"),
                Arguments.of(
                        new Port25.Intercepted(SmtpHost.sound("proxy.access-provider.example")),
                        "SMTP_INTERCEPTED_HERE"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("networks")
    void aFaultOfOurNetworkIsNotTheTargets(Port25 port25, String reason) {
        assertThat(reason(plan -> plan.smtp(FIRST, sound()).port25(port25))).isEqualTo(reason);
    }

    @Test
    void missingStartTlsIsNotJudgedWithoutAControl() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, sound().noStartTls()))) {
            lab.with(SmtpLab.options("none"));

            assertThat(reason(lab, BEST)).isEqualTo("NO_CONTROL");
        }
    }

    @Test
    void anotherHostThatOffersStartTlsStandsInForTheControl() {
        try (SmtpLab lab = new SmtpLab(two(sound().noStartTls(), backup()))) {
            lab.with(SmtpLab.options("none"));

            assertThat(codes(lab, BEST, BACKUP)).contains(INBOUND_TLS_STARTTLS_MISSING);
        }
    }

    @Test
    void aDomainWithoutMailHostsNeedsNoTls() {
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            assertThat(codes(lab)).containsExactly(INBOUND_TLS_NO_MAIL_HOSTS);
        }
    }

    @Test
    void addressesThatStandInForAnMxAndRefuseTakeNoMail() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.refuses(FIRST))) {
            Observations seen = lab.see(DOMAIN, true, SmtpLab.host(0, DOMAIN, FIRST));

            assertThat(findings(lab, seen))
                    .extracting(Finding::code)
                    .containsExactly(INBOUND_TLS_NO_MAIL_HOSTS);
        }
    }

    private static String reason(UnaryOperator<WorldPlan> plan) {
        try (SmtpLab lab = new SmtpLab(plan).limits(IMPATIENT)) {
            return reason(lab, BEST);
        }
    }

    private static String reason(SmtpLab lab, MxHost... hosts) {
        List<Finding> findings = findings(lab, lab.see(DOMAIN, hosts));
        assertThat(findings).extracting(Finding::code).containsExactly(INBOUND_TLS_NOT_KNOWN);
        return findings.getFirst().arguments().getOrDefault("reason", "");
    }

    private static Set<FindingCode> codes(UnaryOperator<WorldPlan> plan, MxHost... hosts) {
        try (SmtpLab lab = new SmtpLab(plan).limits(IMPATIENT_IN_HANDSHAKES)) {
            return codes(lab, hosts);
        }
    }

    private static Set<FindingCode> codes(SmtpLab lab, MxHost... hosts) {
        return findings(lab, lab.see(DOMAIN, hosts)).stream()
                .map(Finding::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
    }

    private static List<Finding> findings(SmtpLab lab, Observations seen) {
        return Checks.judge(
                        new InboundTlsCheck(), new Judgement(lab.target(DOMAIN), seen, SmtpLab.NOW))
                .findings();
    }
}
