package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.smtp.SmtpTrouble;
import dev.mailcheck.smtp.TranscriptLine;
import dev.mailcheck.tls.Forged;
import dev.mailcheck.tls.ForgedKey;
import dev.mailcheck.tls.ForgingTlsServer;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.smtp.SmtpAct;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.SmtpLog;
import dev.mailcheck.world.smtp.SmtpStage;
import dev.mailcheck.world.smtp.StartTls.Turn;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the probe sees of hosts of the test world, and what they see of it. */
class SmtpProbeTest {
    private static final String DOMAIN = "sound.example";
    private static final String ADDRESS = "192.0.2.10";
    private static final MxHost HOST = SmtpLab.host(10, "mx1.sound.example", ADDRESS);

    private static SmtpHost sound() {
        return SmtpHost.sound("mx1.sound.example", DOMAIN);
    }

    private static List<SmtpSession> sessions(SmtpLab lab, MxHost... hosts) {
        return lab.see(DOMAIN, hosts).get(SmtpObservation.class).sessions();
    }

    private static SmtpSession session(SmtpHost host) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, host))) {
            return sessions(lab, HOST).getFirst();
        }
    }

    private static SmtpLimits impatient() {
        Duration second = Duration.ofSeconds(1);
        return new SmtpLimits(second, second, second, second);
    }

    @Test
    void aSoundHostIsSeenFromBannerToQuit() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound()))) {
            SmtpSession session = sessions(lab, HOST).getFirst();

            assertThat(session.trouble()).isEmpty();
            assertThat(session.greeting()).contains(Greeting.READY);
            assertThat(session.exchanges())
                    .extracting(SmtpExchange::step)
                    .containsExactly(
                            SmtpStep.BANNER,
                            SmtpStep.EHLO,
                            SmtpStep.STARTTLS,
                            SmtpStep.EHLO_OVER_TLS,
                            SmtpStep.MAIL_FROM,
                            SmtpStep.RCPT_POSTMASTER,
                            SmtpStep.RCPT_ABUSE);
            assertThat(session.tls().orElseThrow().completed()).isTrue();
            assertThat(session.tls().orElseThrow().version()).contains("TLSv1.3");
            assertThat(session.tls().orElseThrow().trust().orElseThrow().trusted()).isTrue();
            assertThat(session.ownAddress()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void theHostSeesOneSenderThatGreetsTwiceAndQuits() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound()))) {
            assertThat(sessions(lab, HOST)).hasSize(1);

            assertThat(lab.world().smtpLog(ADDRESS).sessions().getFirst().commands())
                    .containsExactly(
                            "EHLO checker.example",
                            "STARTTLS",
                            "EHLO checker.example",
                            "MAIL FROM:<>",
                            "RCPT TO:<postmaster@sound.example>",
                            "RCPT TO:<abuse@sound.example>",
                            "QUIT");
        }
    }

    static Stream<UnaryOperator<SmtpHost>> faults() {
        return Stream.of(
                host -> host,
                SmtpHost::noStartTls,
                SmtpHost::busy,
                SmtpHost::greylists,
                SmtpHost::blocksClient,
                SmtpHost::takesNoMail,
                SmtpHost::refusesEhlo,
                SmtpHost::openRelay,
                host -> host.turn(Turn.INJECTS_PLAINTEXT),
                host -> host.at(SmtpStage.STARTTLS, SmtpAct.say(454, "4.7.0 later")),
                host -> host.at(SmtpStage.MAIL, SmtpAct.say(550, "5.7.1 no")),
                host -> host.at(SmtpStage.EHLO_OVER_TLS, SmtpAct.say(502, "5.5.1 no")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverTheHostDoesItIsSaidGoodbyeAndSentNoMail(UnaryOperator<SmtpHost> fault) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, fault.apply(sound())))) {
            assertThat(sessions(lab, HOST)).isNotEmpty();

            SmtpLog log = lab.world().smtpLog(ADDRESS);
            assertThat(log.alwaysQuit()).isTrue();
            assertThat(log.saw("DATA")).isFalse();
        }
    }

    @Test
    void whereEhloIsRefusedHeloIsSaid() {
        SmtpSession session = session(sound().refusesEhlo().noStartTls());

        assertThat(session.reply(SmtpStep.EHLO)).map(SmtpReply::code).contains(502);
        assertThat(session.reply(SmtpStep.HELO)).map(SmtpReply::code).contains(250);
        assertThat(session.welcomed()).isTrue();
        assertThat(session.features().parameters()).isEmpty();
    }

    @Test
    void whatIsSaidInClearBeforeTheHandshakeIsToldAndNotBelieved() {
        SmtpSession session = session(sound().turn(Turn.INJECTS_PLAINTEXT));

        assertThat(session.plaintextAfterStartTls()).isTrue();
        assertThat(session.reply(SmtpStep.EHLO_OVER_TLS).orElseThrow().text())
                .doesNotContain("said in clear");
        assertThat(session.finalFeatures().offers("8BITMIME")).isTrue();
    }

    @Test
    void oddBytesAreKeptEscaped() {
        SmtpSession session =
                session(
                        sound().at(
                                        SmtpStage.CONNECT,
                                        SmtpAct.raw("220 mx1\0\u001b[2J \u00ff\\ \t\r\n")));

        assertThat(session.greeting()).contains(Greeting.READY);
        assertThat(session.transcript().getFirst())
                .extracting(TranscriptLine::who, TranscriptLine::text)
                .containsExactly(
                        TranscriptLine.Speaker.SERVER, "220 mx1\\x00\\x1b[2J \\xff\\\\ \\x09");
    }

    @Test
    void aFloodEndsTheSessionAtOnce() {
        assertThat(session(sound().floods()).trouble()).contains(SmtpTrouble.REPLY_TOO_LONG);
        assertThat(session(sound().neverEndsItsLine()).trouble())
                .contains(SmtpTrouble.LINE_TOO_LONG);
    }

    @Test
    void aFloodInTheMiddleOfTheSessionEndsItToo() {
        SmtpSession session =
                session(sound().at(SmtpStage.EHLO_OVER_TLS, SmtpAct.flood("250-more\r\n")));

        assertThat(session.trouble()).contains(SmtpTrouble.REPLY_TOO_LONG);
        assertThat(session.tls().orElseThrow().completed()).isTrue();
        assertThat(session.transcript()).hasSizeLessThan(200);
    }

    @Test
    void drippingCountsAsSilence() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound().drips()))) {
            SmtpSession session = sessions(lab.limits(impatient()), HOST).getFirst();

            assertThat(session.greeting()).contains(Greeting.SILENT);
            assertThat(session.trouble()).contains(SmtpTrouble.TIMEOUT);
        }
    }

    @Test
    void theDeadlineOfTheCheckEndsSessionsThatWait() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound().silent()))) {
            SmtpSession session = sessions(lab.budget(Duration.ofSeconds(4)), HOST).getFirst();

            assertThat(session.trouble()).contains(SmtpTrouble.DEADLINE);
        }
    }

    @Test
    void aDeadlineInTheHandshakeIsNotTheServersFault() {
        SmtpHost hangs = sound().turn(Turn.HANGS);
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, hangs))) {
            SmtpSession session = sessions(lab.budget(Duration.ofSeconds(6)), HOST).getFirst();

            assertThat(session.tls().flatMap(tls -> tls.failure())).contains(TlsFailure.DEADLINE);
        }
    }

    @Test
    void afterTheDeadlineNothingIsBegun() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound()))) {
            SmtpSession session = sessions(lab.budget(Duration.ZERO), HOST).getFirst();

            assertThat(session.exchanges()).isEmpty();
            assertThat(lab.world().smtpLog(ADDRESS).sessions()).isEmpty();
        }
    }

    @Test
    void aHandshakeThatBreaksOffIsTriedOnceMoreAndNoOther() {
        assertThat(visitsTo(sound().turn(Turn.HANGS_UP))).isEqualTo(2);
        assertThat(visitsTo(sound().turn(Turn.HANDSHAKE_FAILURE))).isEqualTo(1);
        assertThat(visitsTo(sound().noStartTls())).isEqualTo(1);
        assertThat(visitsTo(sound().busy())).isEqualTo(1);
    }

    private static int visitsTo(SmtpHost host) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, host))) {
            SmtpObservation seen = lab.see(DOMAIN, HOST).get(SmtpObservation.class);
            assertThat(lab.world().smtpLog(ADDRESS).sessions()).hasSize((int) seen.all().count());
            return seen.sessions().size();
        }
    }

    @Test
    void mailboxesAreAskedForOnceAHostAndOfTheBestOnly() {
        SmtpHost second = SmtpHost.sound("mx2.sound.example", DOMAIN);
        UnaryOperator<WorldPlan> plan =
                world ->
                        world.smtp(ADDRESS, sound())
                                .smtp("192.0.2.11", sound())
                                .smtp("192.0.2.20", second);
        try (SmtpLab lab = new SmtpLab(plan)) {
            List<SmtpSession> sessions =
                    sessions(
                            lab,
                            SmtpLab.host(10, "mx1.sound.example", ADDRESS, "192.0.2.11"),
                            SmtpLab.host(20, "mx2.sound.example", "192.0.2.20"));

            assertThat(sessions)
                    .extracting(
                            SmtpSession::address,
                            session -> session.reply(SmtpStep.MAIL_FROM).isPresent())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(ADDRESS, true),
                            org.assertj.core.groups.Tuple.tuple("192.0.2.11", false),
                            org.assertj.core.groups.Tuple.tuple("192.0.2.20", false));
        }
    }

    @Test
    void toAnAddressThatTheGuardForbidsNothingIsSent() {
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            MxHost inside = SmtpLab.host(10, "mx1.sound.example", "255.255.255.255");

            assertThat(sessions(lab, inside).getFirst().notConnected())
                    .contains(ConnectFailure.NOT_PUBLIC);
        }
    }

    @Test
    void withoutNetworkOrSmtpOrHostsNothingIsProbedAndItSaysWhy() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound()))) {
            assertThat(lab.see(DOMAIN).get(SmtpObservation.class).notProbed())
                    .contains("NO_MAIL_HOSTS");
            assertThat(
                            lab.with(SmtpLab.withoutSmtp())
                                    .see(DOMAIN, HOST)
                                    .get(SmtpObservation.class)
                                    .notProbed())
                    .contains("SWITCHED_OFF");
            assertThat(lab.world().smtpLog(ADDRESS).sessions()).isEmpty();
        }
    }

    @Test
    void whatWasSeenComesBackFromJson() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound()))) {
            Observations seen = lab.see(DOMAIN, HOST);
            Jsonb jsonb = Jsonb.instance();

            String json = jsonb.type(Observations.class).toJson(seen);

            assertThat(jsonb.type(Observations.class).fromJson(json)).isEqualTo(seen);
            assertThat(json).contains("\"TLSv1.3\"").contains("\"ANCHORED\"");
        }
    }

    @Test
    void hugeCertificatesComeBackFromJsonWithTheirSizeOnly() {
        ForgedKey key = ForgedKey.ec();
        String[] names = new String[1200];
        Arrays.setAll(names, i -> "x".repeat(60) + i + ".example");
        byte[] huge = Forged.of("mx1.sound.example", key).names(names).der();
        SmtpHost host =
                sound().inPlaceOfTls((in, out) ->
                        new ForgingTlsServer(key, List.of(huge)).serveSmtp(in, out));
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, host))) {
            Observations seen = lab.see(DOMAIN, HOST);
            Jsonb jsonb = Jsonb.instance();

            String json = jsonb.type(Observations.class).toJson(seen);

            assertThat(jsonb.type(Observations.class).fromJson(json)).isEqualTo(seen);
            TlsFacts facts =
                    seen.get(SmtpObservation.class).sessions().getFirst().tls().orElseThrow();
            assertThat(facts.completed()).isTrue();
            assertThat(facts.certificates()).containsExactly("");
            assertThat(facts.certificateBytes()).isEqualTo(huge.length);
        }
    }

    @Test
    void furtherSessionsAskTheirQuestionAndNothingElse() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound()))) {
            SmtpObservation seen = lab.see(DOMAIN, HOST).get(SmtpObservation.class);

            assertThat(seen.further())
                    .extracting(FurtherSession::kind)
                    .containsExactly(
                            SessionKind.TLS12_MODERN,
                            SessionKind.BROKEN_SUITES,
                            SessionKind.OLD_VERSIONS,
                            SessionKind.DATED_SUITES);
            assertThat(seen.skipped()).isEmpty();
            assertThat(seen.all().count()).isEqualTo(5);
            assertThat(lab.world().smtpLog(ADDRESS).sessions()).hasSize(5);
            assertThat(
                            lab.world().smtpLog(ADDRESS).sessions().stream()
                                    .flatMap(session -> session.commands().stream())
                                    .filter(command -> command.startsWith("MAIL")))
                    .hasSize(1);
        }
    }

    @Test
    void manyAddressesShareThirtySessions() {
        MxHost[] hosts = new MxHost[10];
        UnaryOperator<WorldPlan> plan =
                world -> {
                    WorldPlan more = world;
                    for (int i = 0; i < hosts.length; i++) {
                        String name = "mx" + i + ".sound" + i + ".example";
                        hosts[i] = SmtpLab.host(10, name, "192.0.2.1" + i);
                        more = more.smtp("192.0.2.1" + i, SmtpHost.sound(name, DOMAIN));
                    }
                    return more;
                };
        try (SmtpLab lab = new SmtpLab(plan)) {
            SmtpObservation seen = lab.see(DOMAIN, hosts).get(SmtpObservation.class);

            assertThat(seen.all().count()).isEqualTo(30);
            assertThat(seen.sessions()).hasSize(10).allMatch(SmtpSession::welcomed);
            assertThat(seen.skipped())
                    .hasSize(20)
                    .allMatch(skipped -> skipped.reason().equals(SkippedSession.MANNERS));
        }
    }

    @Test
    void anAddressThatIsNoneIsUnreachable() {
        SmtpVisit visit;
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            visit = new SmtpVisit(lab.doors(), lab.doors().deadline(), SmtpLimits.DEFAULT);

            assertThat(visit.to(new MailServer("mx.example", "nonsense", 25), d -> {}))
                    .extracting(SmtpSession::notConnected)
                    .isEqualTo(Optional.of(ConnectFailure.UNREACHABLE));
        }
    }
}
