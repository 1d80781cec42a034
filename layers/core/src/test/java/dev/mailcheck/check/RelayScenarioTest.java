package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.RELAY_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_DISGUISE_ACCEPTED;
import static dev.mailcheck.check.FindingCode.RELAY_FOLLOWS_SOURCE_ROUTE;
import static dev.mailcheck.check.FindingCode.RELAY_FORMS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_OPEN;
import static dev.mailcheck.check.FindingCode.RELAY_REFUSED;
import static dev.mailcheck.check.FindingCode.RELAY_TAKES_ANY_LOCAL_PART;
import static dev.mailcheck.check.FindingCode.RELAY_TRUSTS_SENDER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.world.Port25;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.smtp.RecipientPolicy;
import dev.mailcheck.world.smtp.RecipientPolicy.Recipient;
import dev.mailcheck.world.smtp.SmtpAct;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.SmtpReply;
import dev.mailcheck.world.smtp.SmtpStage;
import dev.mailcheck.world.smtp.StartTls.Turn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mail hosts that treat strangers in many ways, and exactly the codes that relay then finds. */
class RelayScenarioTest {
    private static final String DOMAIN = "sound.example";
    private static final String FIRST = "192.0.2.10";
    private static final String SECOND = "192.0.2.20";
    private static final MxHost BEST = SmtpLab.host(10, "mx1.sound.example", FIRST);
    private static final MxHost BACKUP = SmtpLab.host(20, "mx2.sound.example", SECOND);

    private static final SmtpReply OK = SmtpReply.of(250, "2.1.5 Ok");
    private static final SmtpReply DENIED = SmtpReply.of(554, "5.7.1 Relay access denied");
    private static final SmtpReply UNKNOWN = SmtpReply.of(550, "5.1.1 No such user here");
    private static final SmtpReply LISTED =
            SmtpReply.of(554, "5.7.1 Client host [127.0.0.1] blocked using bl.example");
    private static final SmtpReply GREYLISTED = SmtpReply.of(450, "4.2.0 Greylisted, come back");
    private static final SmtpReply TOO_MANY_ERRORS = SmtpReply.of(421, "4.7.0 Too many errors");

    private static final RecipientPolicy SOUND =
            RecipientPolicy.mailboxes(Set.of(DOMAIN), Set.of("info", "abuse"));

    private static SmtpHost sound() {
        return SmtpHost.sound("mx1.sound.example", DOMAIN).recipients(SOUND);
    }

    private static SmtpHost host(RecipientPolicy policy) {
        return sound().recipients(policy);
    }

    /** Sound, but for some recipients that get this reply. */
    private static SmtpHost but(Predicate<Recipient> which, SmtpReply reply) {
        return host(r -> which.test(r) ? reply : SOUND.answer(r));
    }

    private static boolean isForeign(Recipient recipient) {
        return recipient.domain().equals(SmtpLab.PROBE_DOMAIN);
    }

    private static boolean isPlain(Recipient recipient) {
        return isForeign(recipient) && !recipient.hasSourceRoute();
    }

    private static boolean isPostmaster(Recipient recipient) {
        return recipient.localPart().equals("postmaster");
    }

    private static boolean hasPercent(Recipient recipient) {
        return recipient.forwardPath().contains("%");
    }

    private static boolean isOwn(Recipient recipient) {
        return recipient.domain().equals(DOMAIN) && !recipient.hasSourceRoute();
    }

    /** Takes any local part of its domain; the rest is a stranger's. */
    private static final RecipientPolicy ANY_NAME = r -> isOwn(r) ? OK : DENIED;

    /** Another reply from the n-th refusal on. */
    private static RecipientPolicy after(int refusals, RecipientPolicy first, SmtpReply then) {
        AtomicInteger count = new AtomicInteger();
        return r -> {
            SmtpReply reply = first.answer(r);
            boolean refused = reply.code() >= 400;
            return refused && count.incrementAndGet() > refusals ? then : reply;
        };
    }

    static Stream<Arguments> oneHost() {
        return Stream.of(
                Arguments.of("sound", sound(), Set.of(RELAY_REFUSED)),
                Arguments.of("no STARTTLS", sound().noStartTls(), Set.of(RELAY_REFUSED)),
                Arguments.of("no PIPELINING", sound().features("8BITMIME"), Set.of(RELAY_REFUSED)),
                Arguments.of(
                        "HELO only", sound().noStartTls().refusesEhlo(), Set.of(RELAY_REFUSED)),
                Arguments.of(
                        "refuses relaying with 454",
                        but(
                                RelayScenarioTest::isForeign,
                                SmtpReply.of(454, "4.7.1 Relay access denied")),
                        Set.of(RELAY_REFUSED)),
                Arguments.of("open", sound().openRelay(), Set.of(RELAY_OPEN)),
                Arguments.of(
                        "open, over broken TLS",
                        sound().openRelay().turn(Turn.HANDSHAKE_FAILURE),
                        Set.of(RELAY_OPEN)),
                Arguments.of(
                        "sound, over broken TLS",
                        sound().turn(Turn.HANDSHAKE_FAILURE),
                        Set.of(RELAY_REFUSED)),
                Arguments.of(
                        "open, and does not know postmaster",
                        host(r -> isPostmaster(r) ? UNKNOWN : OK),
                        Set.of(RELAY_OPEN)),
                Arguments.of(
                        "open for senders in its own domain",
                        but(r -> isPlain(r) && r.reversePath().endsWith("@" + DOMAIN), OK),
                        Set.of(RELAY_TRUSTS_SENDER)),
                Arguments.of(
                        "open for the null sender",
                        but(r -> isPlain(r) && r.reversePath().isEmpty(), OK),
                        Set.of(RELAY_TRUSTS_SENDER)),
                Arguments.of(
                        "open by source route",
                        but(Recipient::hasSourceRoute, OK),
                        Set.of(RELAY_FOLLOWS_SOURCE_ROUTE)),
                Arguments.of(
                        "open by percent hack",
                        but(RelayScenarioTest::hasPercent, OK),
                        Set.of(RELAY_DISGUISE_ACCEPTED)),
                Arguments.of(
                        "open by bang path at its address only",
                        but(r -> r.forwardPath().contains("!") && r.domain().startsWith("["), OK),
                        Set.of(RELAY_REFUSED)),
                Arguments.of(
                        "takes any name of its domain",
                        host(ANY_NAME),
                        Set.of(RELAY_REFUSED, RELAY_TAKES_ANY_LOCAL_PART)),
                Arguments.of(
                        "takes any name of its host name only",
                        but(r -> r.domain().equals("mx1.sound.example") && !r.hasSourceRoute(), OK),
                        Set.of(RELAY_REFUSED, RELAY_TAKES_ANY_LOCAL_PART)),
                Arguments.of(
                        "takes any name, and says of strangers only that they are unknown",
                        host(r -> isOwn(r) ? OK : UNKNOWN),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "says of strangers that they are unknown",
                        but(RelayScenarioTest::isForeign, UNKNOWN),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "odd forms are bad syntax",
                        but(
                                r -> r.forwardPath().matches(".*[%!\"].*|@.*"),
                                SmtpReply.of(501, "5.1.3 Bad address syntax")),
                        Set.of(RELAY_REFUSED)),
                Arguments.of(
                        "knows postmaster only to strangers on a list",
                        host(r -> isPostmaster(r) && isOwn(r) ? OK : LISTED),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "our address is on a list, said at RCPT",
                        host(r -> LISTED),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "our address is on a list, said at once",
                        sound().blocksClient(),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "null MX of the probe domain",
                        but(
                                RelayScenarioTest::isForeign,
                                SmtpReply.of(556, "5.1.10 Domain does not accept mail (nullMX)")),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "cannot find the probe domain",
                        but(
                                RelayScenarioTest::isForeign,
                                SmtpReply.of(550, "5.1.2 Domain not found")),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "asks the probe domain's host",
                        but(
                                RelayScenarioTest::isForeign,
                                SmtpReply.of(
                                        550,
                                        "5.1.1 undeliverable address: host mx said: 550 relaying"
                                                + " denied")),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of("greylists", sound().greylists(), Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "greylists all but postmaster, after it has denied relaying",
                        host(r ->
                                isPostmaster(r) && isOwn(r)
                                        ? OK
                                        : isForeign(r) ? DENIED : GREYLISTED),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of("busy", sound().busy(), Set.of(RELAY_NOT_KNOWN)),
                Arguments.of("busy after EHLO", sound().busyAfterEhlo(), Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "refuses our sender",
                        sound().at(SmtpStage.MAIL, SmtpAct.say(550, "5.7.1 Go away")),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "too many errors after the first refusals",
                        host(after(4, SOUND, TOO_MANY_ERRORS)),
                        Set.of(RELAY_REFUSED, RELAY_FORMS_NOT_KNOWN)),
                Arguments.of(
                        "too many errors at once",
                        host(after(1, SOUND, TOO_MANY_ERRORS)),
                        Set.of(RELAY_NOT_KNOWN)),
                Arguments.of(
                        "open, and says 421 soon",
                        host(
                                after(
                                        2,
                                        r -> isOwn(r) && !isPostmaster(r) ? UNKNOWN : OK,
                                        TOO_MANY_ERRORS)),
                        Set.of(RELAY_OPEN)),
                Arguments.of(
                        "hangs up at RCPT",
                        sound().at(SmtpStage.RCPT, SmtpAct.hangUp()),
                        Set.of(RELAY_NOT_KNOWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneHost")
    void findsExactly(String what, SmtpHost host, Set<FindingCode> expected) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, host)).with(SmtpLab.relaying())) {
            assertThat(codes(lab, BEST)).isEqualTo(expected);
        }
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(sound().busy(), "BUSY"),
                Arguments.of(sound().blocksClient(), "REJECTED_US"),
                Arguments.of(sound().takesNoMail(), "NO_MAIL_HERE"),
                Arguments.of(sound().silent(), "NO_GREETING"),
                Arguments.of(sound().greylists(), "DEFERRED"),
                Arguments.of(host(r -> LISTED), "CONTROL_REFUSED"),
                Arguments.of(sound().refusesPostmaster(), "CONTROL_REFUSED"),
                Arguments.of(
                        host(r -> isPostmaster(r) && isOwn(r) ? OK : LISTED), "REFUSAL_ABOUT_US"),
                Arguments.of(but(RelayScenarioTest::isForeign, UNKNOWN), "REFUSED_OTHERWISE"),
                Arguments.of(
                        but(
                                RelayScenarioTest::isForeign,
                                SmtpReply.of(556, "5.1.10 Domain does not accept mail (nullMX)")),
                        "REFUSAL_ABOUT_PROBE_DOMAIN"),
                Arguments.of(
                        but(
                                RelayScenarioTest::isForeign,
                                SmtpReply.of(550, "5.7.1 Sender address rejected: not logged in")),
                        "REFUSAL_ABOUT_SENDER"),
                Arguments.of(
                        but(
                                r -> hasPercent(r) && !isForeign(r),
                                SmtpReply.of(450, "4.2.0 Greylisted, come back")),
                        "DEFERRED"),
                Arguments.of(sound().at(SmtpStage.RCPT, SmtpAct.hangUp()), "NO_REPLY"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("reasons")
    void saysWhyItIsNotKnown(SmtpHost host, String reason) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, host)).with(SmtpLab.relaying())) {
            assertThat(reason(lab.limits(IMPATIENT))).isEqualTo(reason);
        }
    }

    @Test
    void aSlowHostWhoseTlsFailsIsNotAskedInClear() {
        SmtpHost slow = sound().greetsAfter(Duration.ofMillis(5_200)).turn(Turn.HANDSHAKE_FAILURE);
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, slow)).with(SmtpLab.relaying())) {
            assertThat(reason(lab.clock(Clock.systemUTC()))).isEqualTo("TLS_FAILED");
        }
    }

    private static final SmtpLimits IMPATIENT =
            new SmtpLimits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(1));

    private static String reason(SmtpLab lab) {
        return result(lab, BEST).findings().getFirst().arguments().getOrDefault("reason", "");
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of(
                        Map.of("_mailcheck.sound.example", Map.of("TXT", List.of("probe=none"))),
                        "OPTED_OUT",
                        true),
                Arguments.of(
                        Map.of(
                                "_mailcheck.sound.example",
                                Map.of("TXT", List.of("v=1; Probe = None"))),
                        "OPTED_OUT",
                        true),
                Arguments.of(
                        Map.of("_mailcheck.sound.example", Map.of("TIMEOUT", true)),
                        "OPT_OUT_NOT_KNOWN",
                        false),
                Arguments.of(
                        Map.of("stranger.example", Map.of("MX", List.of("0 ."))),
                        "PROBE_DOMAIN_WITHOUT_MX",
                        false),
                Arguments.of(
                        Map.of("stranger.example", Map.of("A", List.of("203.0.113.25"))),
                        "PROBE_DOMAIN_WITHOUT_MX",
                        false),
                Arguments.of(
                        Map.of("stranger.example", Map.of("SERVFAIL", true)),
                        "PROBE_DOMAIN_NOT_KNOWN",
                        false),
                Arguments.of(
                        Map.of("stranger.example", Map.of("MX", List.of("10 mx9.sound.example"))),
                        "PROBE_DOMAIN_NOT_FOREIGN",
                        false),
                Arguments.of(
                        Map.of("mx.stranger.example", Map.of("A", List.of(FIRST))),
                        "PROBE_DOMAIN_NOT_FOREIGN",
                        false));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("plans")
    void asksNobodyWhoDoesNotWantItOrWhereItWouldProveNothing(
            Map<String, Map<String, ?>> names, String reason, boolean excused) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, sound().openRelay()))) {
            lab.with(SmtpLab.relaying());
            names.forEach(lab::name);

            CheckResult result = result(lab, BEST);

            assertThat(result.status()).isEqualTo(Status.UNDETERMINED);
            assertThat(result.findings().getFirst().arguments()).containsEntry("reason", reason);
            assertThat(result.excuse().isPresent()).isEqualTo(excused);
            assertThat(lab.world().smtpLog(FIRST).commands())
                    .noneMatch(line -> line.contains("stranger"));
        }
    }

    static Stream<Arguments> otherWays() {
        return Stream.of(
                Arguments.of(RelayProbing.OFF, "stranger.example", "SWITCHED_OFF", true),
                Arguments.of(
                        RelayProbing.CONTROL_NOT_PROVEN,
                        "stranger.example",
                        "CONTROL_NOT_PROVEN",
                        true),
                Arguments.of(RelayProbing.ON, "sound.example", "PROBE_DOMAIN_NOT_FOREIGN", false),
                Arguments.of(
                        RelayProbing.ON, "shop.sound.example", "PROBE_DOMAIN_NOT_FOREIGN", false),
                Arguments.of(RelayProbing.ON, "localhost", "NO_PROBE_DOMAIN", false),
                Arguments.of(RelayProbing.ON, "", "PROBE_DOMAIN_WITHOUT_MX", false));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("otherWays")
    void theOptionsDecideWhetherAnybodyIsAsked(
            RelayProbing how, String probeDomain, String reason, boolean excused) {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, sound().openRelay()))) {
            CheckResult result = result(lab.with(SmtpLab.relaying(how, probeDomain)), BEST);

            assertThat(result.findings().getFirst().arguments()).containsEntry("reason", reason);
            assertThat(result.excuse().isPresent()).isEqualTo(excused);
            assertThat(lab.world().smtpLog(FIRST).commands())
                    .filteredOn(line -> line.startsWith("MAIL"))
                    .containsExactly("MAIL FROM:<>");
        }
    }

    @Test
    void withoutSmtpItIsExcusedAsSwitchedOff() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(FIRST, sound()))) {
            assertThat(result(lab.with(SmtpLab.withoutSmtp()), BEST).excuse())
                    .contains("SWITCHED_OFF");
        }
    }

    @Test
    void aClosedPortIsNotExcused() {
        try (SmtpLab lab =
                new SmtpLab(plan -> plan.smtp(FIRST, sound()).port25(new Port25.Closed()))) {
            CheckResult result = result(lab.with(SmtpLab.relaying()), BEST);

            assertThat(reason(lab)).isEqualTo("PORT_25_CLOSED_HERE");
            assertThat(result.excuse()).isEmpty();
            assertThat(result.level()).isEqualTo(Level.CRITICAL);
        }
    }

    @Test
    void anInterceptorThatTakesEverythingIsNotTheDomainsRelay() {
        SmtpHost takesAll = SmtpHost.sound("proxy.example").noStartTls().openRelay();
        try (SmtpLab lab =
                new SmtpLab(plan ->
                        plan.smtp(FIRST, sound()).port25(new Port25.Intercepted(takesAll)))) {
            assertThat(reason(lab.with(SmtpLab.relaying()))).isEqualTo("SMTP_INTERCEPTED_HERE");
        }
    }

    @Test
    void aDomainWithoutMailHostsHasNothingToRelay() {
        try (SmtpLab lab = new SmtpLab(plan -> plan).with(SmtpLab.relaying())) {
            assertThat(codes(lab)).containsExactly(FindingCode.RELAY_NO_MAIL_HOSTS);
        }
    }

    private static UnaryOperator<WorldPlan> two(SmtpHost best, SmtpHost backup) {
        return plan -> plan.smtp(FIRST, best).smtp(SECOND, backup);
    }

    static Stream<Arguments> twoHosts() {
        SmtpHost backup = SmtpHost.sound("mx2.sound.example", DOMAIN);
        return Stream.of(
                Arguments.of("both sound", two(sound(), backup), Set.of(RELAY_REFUSED)),
                Arguments.of(
                        "open backup",
                        two(sound(), backup.openRelay()),
                        Set.of(RELAY_REFUSED, RELAY_OPEN)),
                Arguments.of(
                        "busy backup",
                        two(sound(), backup.busy()),
                        Set.of(RELAY_REFUSED, RELAY_ADDRESS_NOT_KNOWN)),
                Arguments.of(
                        "both busy", two(sound().busy(), backup.busy()), Set.of(RELAY_NOT_KNOWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoHosts")
    void findsExactlyAtTwoHosts(
            String what, UnaryOperator<WorldPlan> plan, Set<FindingCode> expected) {
        try (SmtpLab lab = new SmtpLab(plan).with(SmtpLab.relaying())) {
            assertThat(codes(lab, BEST, BACKUP)).isEqualTo(expected);
        }
    }

    @Test
    void anAddressThatTwoHostsShareIsAskedOnceAndFoundOnce() {
        MxHost twin = SmtpLab.host(20, "mx2.sound.example", FIRST);
        try (SmtpLab lab =
                new SmtpLab(plan -> plan.smtp(FIRST, sound())).with(SmtpLab.relaying())) {
            assertThat(result(lab, BEST, twin).findings())
                    .extracting(Finding::code, Finding::subject)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    RELAY_REFUSED, "mx1.sound.example"));
        }
    }

    @Test
    void whatWasTakenIsToldWithItsWords() {
        try (SmtpLab lab =
                new SmtpLab(plan -> plan.smtp(FIRST, but(RelayScenarioTest::hasPercent, OK)))
                        .with(SmtpLab.relaying())) {
            assertThat(result(lab, BEST).findings().getFirst().arguments())
                    .containsEntry("addresses", FIRST)
                    .containsEntry("recipient", "<mailcheck-probe%stranger.example@sound.example>")
                    .containsEntry("reply", "250 2.1.5 Ok")
                    .hasEntrySatisfying(
                            "forms", forms -> assertThat(forms).startsWith("percent, "));
        }
    }

    private static CheckResult result(SmtpLab lab, MxHost... hosts) {
        Observations seen = lab.see(DOMAIN, hosts);
        return Checks.judge(new RelayCheck(), new Judgement(lab.target(DOMAIN), seen, SmtpLab.NOW));
    }

    private static Set<FindingCode> codes(SmtpLab lab, MxHost... hosts) {
        return result(lab, hosts).findings().stream()
                .map(Finding::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
    }
}
