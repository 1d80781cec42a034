package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_8BITMIME_NOT_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_8BITMIME_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_ABUSE_ACCEPTED;
import static dev.mailcheck.check.FindingCode.MX_ABUSE_REFUSED;
import static dev.mailcheck.check.FindingCode.MX_BANNER_GOOD;
import static dev.mailcheck.check.FindingCode.MX_BANNER_SHOWS_VERSION;
import static dev.mailcheck.check.FindingCode.MX_BANNER_WITHOUT_HOST_NAME;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_ADDRESS_REFUSES;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_BACKUP_NO_MAIL_HERE;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_NOT_TESTED;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_NO_MAIL_HERE;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_REFUSED_EVERYWHERE;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_SLOW;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_WORKS;
import static dev.mailcheck.check.FindingCode.MX_POSTMASTER_ACCEPTED;
import static dev.mailcheck.check.FindingCode.MX_POSTMASTER_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_POSTMASTER_REFUSED;
import static dev.mailcheck.check.FindingCode.MX_REQUIRETLS_NOT_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_REQUIRETLS_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_SMTPUTF8_NOT_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_SMTPUTF8_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_VRFY_EXPOSES_USERS;
import static dev.mailcheck.check.FindingCode.MX_VRFY_SAFE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.world.Port25;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.smtp.RecipientPolicy;
import dev.mailcheck.world.smtp.SmtpAct;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.SmtpReply;
import dev.mailcheck.world.smtp.SmtpStage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the mx check says of hosts at port 25, each with one fault, and exactly that. */
class MxConnectScenarioTest {
    private static final String DOMAIN = "sound.example";
    private static final String FIRST = "192.0.2.10";
    private static final String SECOND = "192.0.2.20";
    private static final MxHost BEST = SmtpLab.host(10, "mx1.sound.example", FIRST);
    private static final MxHost BACKUP = SmtpLab.host(20, "mx2.sound.example", SECOND);

    private static final Set<FindingCode> SOUND =
            EnumSet.of(
                    MX_CONNECT_WORKS,
                    MX_SMTPUTF8_OFFERED,
                    MX_REQUIRETLS_NOT_OFFERED,
                    MX_8BITMIME_OFFERED,
                    MX_VRFY_SAFE,
                    MX_BANNER_GOOD,
                    MX_POSTMASTER_ACCEPTED,
                    MX_ABUSE_ACCEPTED);

    private static Set<FindingCode> soundBut(FindingCode without, FindingCode... with) {
        Set<FindingCode> codes = EnumSet.copyOf(SOUND);
        codes.remove(without);
        codes.addAll(List.of(with));
        return codes;
    }

    private static SmtpHost sound() {
        return SmtpHost.sound("mx1.sound.example", DOMAIN).recipients(mailboxes("abuse"));
    }

    private static SmtpHost backup() {
        return SmtpHost.sound("mx2.sound.example", DOMAIN);
    }

    private static RecipientPolicy mailboxes(String... users) {
        return RecipientPolicy.mailboxes(Set.of(DOMAIN), Set.of(users));
    }

    private static SmtpHost offering(String... keywords) {
        return sound().features(keywords);
    }

    private static SmtpHost verifying(int code) {
        return offering("8BITMIME", "SMTPUTF8", "VRFY")
                .at(SmtpStage.VRFY, SmtpAct.say(code, "Post Master <postmaster@sound.example>"));
    }

    private static SmtpHost refusing(SmtpReply reply) {
        return sound().recipients(mailboxes("abuse").except("postmaster", reply));
    }

    static Stream<Arguments> oneHost() {
        return Stream.of(
                Arguments.of("sound", sound(), SOUND),
                Arguments.of(
                        "no extensions",
                        offering(),
                        soundBut(
                                        MX_SMTPUTF8_OFFERED,
                                        MX_SMTPUTF8_NOT_OFFERED,
                                        MX_8BITMIME_NOT_OFFERED)
                                .stream()
                                .filter(code -> code != MX_8BITMIME_OFFERED)
                                .collect(Collectors.toSet())),
                Arguments.of(
                        "REQUIRETLS",
                        offering("SMTPUTF8", "8BITMIME", "REQUIRETLS"),
                        soundBut(MX_REQUIRETLS_NOT_OFFERED, MX_REQUIRETLS_OFFERED)),
                Arguments.of("VRFY answered 252", verifying(252), SOUND),
                Arguments.of("VRFY answered 502", verifying(502), SOUND),
                Arguments.of(
                        "VRFY answered 250",
                        verifying(250),
                        soundBut(MX_VRFY_SAFE, MX_VRFY_EXPOSES_USERS)),
                Arguments.of(
                        "version in the banner",
                        sound().greeting(220, "mx1.sound.example ESMTP Exim 4.98.1"),
                        soundBut(MX_BANNER_GOOD, MX_BANNER_SHOWS_VERSION)),
                Arguments.of(
                        "no name in the banner",
                        sound().greeting(220, "ESMTP ready"),
                        soundBut(MX_BANNER_GOOD, MX_BANNER_WITHOUT_HOST_NAME)),
                Arguments.of(
                        "no postmaster",
                        refusing(SmtpReply.of(550, "5.1.1 No such user here")),
                        soundBut(MX_POSTMASTER_ACCEPTED, MX_POSTMASTER_REFUSED)),
                Arguments.of(
                        "postmaster refused to us alone",
                        refusing(SmtpReply.of(550, "5.7.1 Client host blocked")),
                        soundBut(MX_POSTMASTER_ACCEPTED, MX_POSTMASTER_NOT_KNOWN)),
                Arguments.of(
                        "greylisting",
                        sound().greylists(),
                        soundBut(MX_POSTMASTER_ACCEPTED, MX_POSTMASTER_NOT_KNOWN).stream()
                                .filter(code -> code != MX_ABUSE_ACCEPTED)
                                .collect(Collectors.toSet())),
                Arguments.of(
                        "null sender refused",
                        sound().at(SmtpStage.MAIL, SmtpAct.say(550, "5.7.1 no null senders")),
                        soundBut(MX_POSTMASTER_ACCEPTED, MX_POSTMASTER_NOT_KNOWN).stream()
                                .filter(code -> code != MX_ABUSE_ACCEPTED)
                                .collect(Collectors.toSet())),
                Arguments.of(
                        "no abuse",
                        sound().recipients(mailboxes()),
                        soundBut(MX_ABUSE_ACCEPTED, MX_ABUSE_REFUSED)),
                Arguments.of(
                        "only HELO",
                        sound().refusesEhlo().noStartTls(),
                        soundBut(
                                        MX_SMTPUTF8_OFFERED,
                                        MX_SMTPUTF8_NOT_OFFERED,
                                        MX_8BITMIME_NOT_OFFERED)
                                .stream()
                                .filter(code -> code != MX_8BITMIME_OFFERED)
                                .collect(Collectors.toSet())),
                Arguments.of("521", sound().takesNoMail(), Set.of(MX_CONNECT_NO_MAIL_HERE)),
                Arguments.of("421", sound().busy(), Set.of(MX_CONNECT_NOT_KNOWN)),
                Arguments.of("554 to us", sound().blocksClient(), Set.of(MX_CONNECT_NOT_KNOWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneHost")
    void findsExactly(String fault, SmtpHost host, Set<FindingCode> expected) {
        assertThat(codes(plan -> plan.smtp(FIRST, host), BEST)).isEqualTo(expected);
    }

    static Stream<Arguments> deadHosts() {
        UnaryOperator<WorldPlan> none = plan -> plan.refuses(FIRST).refuses(SECOND);
        return Stream.of(
                Arguments.of("all refuse", none, Set.of(MX_CONNECT_REFUSED_EVERYWHERE)),
                Arguments.of(
                        "backup refuses",
                        (UnaryOperator<WorldPlan>)
                                plan -> plan.smtp(FIRST, sound()).refuses(SECOND),
                        Set.of(MX_CONNECT_WORKS, MX_CONNECT_ADDRESS_REFUSES)),
                Arguments.of(
                        "best refuses",
                        (UnaryOperator<WorldPlan>)
                                plan -> plan.refuses(FIRST).smtp(SECOND, backup()),
                        Set.of(MX_CONNECT_WORKS, MX_CONNECT_ADDRESS_REFUSES)),
                Arguments.of(
                        "backup is a black hole",
                        (UnaryOperator<WorldPlan>) plan -> plan.smtp(FIRST, sound()).drops(SECOND),
                        Set.of(MX_CONNECT_WORKS, MX_CONNECT_ADDRESS_NOT_KNOWN)),
                Arguments.of(
                        "all are black holes",
                        (UnaryOperator<WorldPlan>) plan -> plan.drops(FIRST).drops(SECOND),
                        Set.of(MX_CONNECT_NOT_KNOWN)),
                Arguments.of(
                        "best refuses, backup busy",
                        (UnaryOperator<WorldPlan>)
                                plan -> plan.refuses(FIRST).smtp(SECOND, backup().busy()),
                        Set.of(MX_CONNECT_ADDRESS_REFUSES, MX_CONNECT_NOT_KNOWN)),
                Arguments.of(
                        "backup takes no mail",
                        (UnaryOperator<WorldPlan>)
                                plan ->
                                        plan.smtp(FIRST, sound())
                                                .smtp(SECOND, backup().takesNoMail()),
                        Set.of(MX_CONNECT_WORKS, MX_CONNECT_BACKUP_NO_MAIL_HERE)),
                Arguments.of(
                        "port 25 is closed here",
                        (UnaryOperator<WorldPlan>)
                                plan ->
                                        plan.smtp(FIRST, sound())
                                                .smtp(SECOND, backup())
                                                .port25(new Port25.Closed()),
                        Set.of(MX_CONNECT_NOT_KNOWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deadHosts")
    void tellsDeadHostsFromSilentOnes(
            String what, UnaryOperator<WorldPlan> plan, Set<FindingCode> expected) {
        Set<FindingCode> connect =
                codes(plan, BEST, BACKUP).stream()
                        .filter(code -> code.name().startsWith("MX_CONNECT_"))
                        .collect(Collectors.toSet());

        assertThat(connect).isEqualTo(expected);
    }

    @Test
    void aGreetingAfterMoreThanTenSecondsIsSlow() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, sound()))) {
            lab.clock(tickingClock(Duration.ofSeconds(11)));

            assertThat(codes(lab, lab.see(DOMAIN, BEST)))
                    .isEqualTo(soundBut(MX_CONNECT_WORKS, MX_CONNECT_SLOW));
        }
    }

    /** A clock that goes on by this much each time somebody looks. */
    private static Clock tickingClock(Duration step) {
        AtomicLong ticks = new AtomicLong();
        InstantSource source = () -> SmtpLab.NOW.plus(step.multipliedBy(ticks.incrementAndGet()));
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }

    @Test
    void whatAnInterceptorSaysIsNotTheHosts() {
        assertThat(codes(plan -> plan.smtp(FIRST, sound()).port25(Port25.intercepted()), BEST))
                .containsExactly(MX_CONNECT_NOT_KNOWN);
    }

    @Test
    void withoutSmtpTheHostsAreNotTested() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, sound()))) {
            lab.with(SmtpLab.withoutSmtp());

            assertThat(codes(lab, lab.see(DOMAIN, BEST))).containsExactly(MX_CONNECT_NOT_TESTED);
            assertThat(lab.world().smtpLog(FIRST).sessions()).isEmpty();
        }
    }

    @Test
    void whatWasNotObservedIsNotKnown() {
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            Observations seen = new Observations(List.of(SmtpLab.mx(false, BEST)));

            assertThat(codes(lab, seen)).containsExactly(MX_CONNECT_NOT_KNOWN);
        }
    }

    @Test
    void whetherTheAddressesOfADomainWithoutMxAnswerIsSaid() {
        assertThat(anyAnswers(plan -> plan.smtp(FIRST, sound()))).contains(true);
        assertThat(anyAnswers(plan -> plan.refuses(FIRST))).contains(false);
        assertThat(anyAnswers(plan -> plan.drops(FIRST))).contains(false);
        assertThat(anyAnswers(plan -> plan.smtp(FIRST, sound().busy()))).isEmpty();
        assertThat(anyAnswers(plan -> plan.drops(FIRST).port25(new Port25.Dropped()))).isEmpty();
    }

    private static Optional<Boolean> anyAnswers(UnaryOperator<WorldPlan> plan) {
        try (SmtpLab lab = new SmtpLab(plan)) {
            Observations seen = lab.see(DOMAIN, true, SmtpLab.host(0, DOMAIN, FIRST));
            return MxConnectFindings.anyAnswers(
                    new Judgement(lab.target(DOMAIN), seen, SmtpLab.NOW));
        }
    }

    private static Set<FindingCode> codes(UnaryOperator<WorldPlan> plan, MxHost... hosts) {
        try (SmtpLab lab = new SmtpLab(plan)) {
            return codes(lab, lab.see(DOMAIN, hosts));
        }
    }

    private static Set<FindingCode> codes(SmtpLab lab, Observations seen) {
        return MxConnectFindings.of(new Judgement(lab.target(DOMAIN), seen, SmtpLab.NOW)).stream()
                .map(Finding::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
    }
}
