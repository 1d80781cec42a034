package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.smtp.RecipientPolicy;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.SmtpLog;
import dev.mailcheck.world.smtp.SmtpReply;
import dev.mailcheck.world.smtp.SmtpSessionLog;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What hosts of the test world see of the relay probe: its forms, and its manners. */
class RelayProbeTest {
    private static final String DOMAIN = "sound.example";
    private static final String ADDRESS = "192.0.2.10";
    private static final MxHost HOST = SmtpLab.host(10, "mx1.sound.example", ADDRESS);

    private static SmtpHost sound() {
        return SmtpHost.sound("mx1.sound.example", DOMAIN);
    }

    private static SmtpLab lab(SmtpHost host) {
        return new SmtpLab(plan -> plan.smtp(ADDRESS, host)).with(SmtpLab.relaying());
    }

    private static SmtpObservation see(SmtpLab lab, MxHost... hosts) {
        return lab.see(DOMAIN, hosts).get(SmtpObservation.class);
    }

    /** The recipients of a session, in order. */
    private static List<String> recipients(SmtpSessionLog session) {
        return session.commands().stream()
                .filter(line -> line.startsWith("RCPT TO:"))
                .map(line -> line.substring("RCPT TO:".length()))
                .toList();
    }

    private static List<SmtpSessionLog> relaySessions(SmtpLab lab) {
        return lab.world().smtpLog(ADDRESS).sessions().stream()
                .filter(session ->
                        session.commands().stream().anyMatch(line -> line.contains("stranger")))
                .toList();
    }

    @Test
    void theFormsAreWrittenAsTheirNamesSay() {
        try (SmtpLab lab = lab(sound())) {
            see(lab, HOST);

            assertThat(relaySessions(lab)).hasSize(2);
            assertThat(recipients(relaySessions(lab).getFirst()).stream().skip(2))
                    .containsExactly(
                            "<postmaster@sound.example>",
                            "<mailcheck-probe@stranger.example>",
                            "<@sound.example:mailcheck-probe@stranger.example>",
                            "<mailcheck-probe%stranger.example@sound.example>",
                            "<\"mailcheck-probe@stranger.example\"@sound.example>",
                            "<stranger.example!mailcheck-probe@sound.example>",
                            "<mailcheck-probe@stranger.example>",
                            "<mailcheck-probe@stranger.example>",
                            "<mailcheck-probe@stranger.example>",
                            "<mailcheck-probe@stranger.example>");
            assertThat(recipients(relaySessions(lab).getLast()))
                    .containsExactly(
                            "<postmaster@sound.example>",
                            "<mailcheck-probe@stranger.example>",
                            "<@mx1.sound.example:mailcheck-probe@stranger.example>",
                            "<@[192.0.2.10]:mailcheck-probe@stranger.example>",
                            "<mailcheck-probe%stranger.example%sound.example@sound.example>",
                            "<mailcheck-probe%stranger.example@mx1.sound.example>",
                            "<mailcheck-probe%stranger.example@[192.0.2.10]>",
                            "<mailcheck-probe%stranger.example>",
                            "<\"mailcheck-probe@stranger.example\"@[192.0.2.10]>",
                            "<\"mailcheck-probe@stranger.example\">",
                            "<mailcheck-probe@stranger.example@sound.example>",
                            "<stranger.example!mailcheck-probe%sound.example@sound.example>");
        }
    }

    /** Postfix makes a client wait a second for each reply once it has refused it ten times. */
    @Test
    void aSessionIsRefusedTenTimesAtMostAndElevenWhereAbuseWasRefusedToo() {
        try (SmtpLab lab = lab(sound())) {
            assertThat(see(lab, HOST).all().map(RelayProbeTest::refusals).toList())
                    .containsExactlyInAnyOrder(10L, 0L, 0L, 0L, 0L, 11L);
        }
    }

    @Test
    void recipientsOfOneSenderAreOfOneTransaction() {
        try (SmtpLab lab = lab(sound())) {
            see(lab, HOST);

            assertThat(relaySessions(lab).getLast().commands())
                    .filteredOn(line -> line.startsWith("MAIL FROM:") || line.equals("RSET"))
                    .containsExactly(
                            "MAIL FROM:<mailcheck@stranger.example>",
                            "RSET",
                            "MAIL FROM:<mailcheck@[192.0.2.10]>",
                            "RSET",
                            "MAIL FROM:<mailcheck@stranger.example>");
        }
    }

    @Test
    void sendersAreOursOrClaimToBeTheDomains() {
        try (SmtpLab lab = lab(sound())) {
            see(lab, HOST);

            assertThat(lab.world().smtpLog(ADDRESS).commands())
                    .filteredOn(line -> line.startsWith("MAIL FROM:"))
                    .contains(
                            "MAIL FROM:<mailcheck@stranger.example>",
                            "MAIL FROM:<>",
                            "MAIL FROM:<mailcheck@sound.example>",
                            "MAIL FROM:<postmaster@sound.example>",
                            "MAIL FROM:<mailcheck@mx1.sound.example>",
                            "MAIL FROM:<mailcheck@[192.0.2.10]>");
        }
    }

    static Stream<SmtpHost> hosts() {
        RecipientPolicy nobody = r -> SmtpReply.of(550, "5.1.1 No such user here");
        return Stream.of(
                sound(),
                sound().features("8BITMIME"),
                sound().noStartTls(),
                sound().noStartTls().refusesEhlo(),
                sound().openRelay(),
                sound().greylists(),
                sound().recipients(nobody),
                sound().recipients(RecipientPolicy.catchAll(Set.of(DOMAIN))),
                sound().busyAfterEhlo());
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void mannersAreKeptWhateverTheHostSays(SmtpHost host) {
        try (SmtpLab lab = lab(host)) {
            SmtpObservation seen = see(lab, HOST);

            SmtpLog log = lab.world().smtpLog(ADDRESS);
            assertThat(log.saw("DATA")).isFalse();
            assertThat(log.saw("BDAT")).isFalse();
            assertThat(log.alwaysQuit()).isTrue();
            assertThat(log.sessions()).hasSizeLessThanOrEqualTo(6);
            assertThat(seen.all()).allSatisfy(s -> assertThat(refusals(s)).isLessThan(15));
        }
    }

    private static long refusals(SmtpSession session) {
        return session.transcript().stream()
                .filter(line -> line.text().matches("[45]\\d\\d .*"))
                .count();
    }

    @Test
    void atASoundHostTwentyFormsAreTried() {
        try (SmtpLab lab = lab(sound())) {
            assertThat(attempts(see(lab, HOST)).distinct()).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void atADomainThatIsItsOwnMailHostThereAreStillTwenty() {
        MxHost implicit = SmtpLab.host(0, DOMAIN, ADDRESS);
        try (SmtpLab lab = lab(SmtpHost.sound(DOMAIN, DOMAIN))) {
            assertThat(attempts(see(lab, implicit)).distinct()).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    private static Stream<RelayForm> attempts(SmtpObservation seen) {
        return seen.all()
                .flatMap(session -> session.relay().stream())
                .flatMap(trial -> trial.attempts().stream())
                .map(RelayAttempt::form);
    }

    @Test
    void theControlComesFirstInEverySession() {
        try (SmtpLab lab = lab(sound())) {
            see(lab, HOST);

            for (SmtpSessionLog session : relaySessions(lab)) {
                List<String> said = session.commands();
                int first = said.indexOf("MAIL FROM:<mailcheck@stranger.example>");
                assertThat(said.get(first + 1)).isEqualTo("RCPT TO:<postmaster@sound.example>");
            }
        }
    }

    @Test
    void whereTheControlFailsNoFormIsTried() {
        try (SmtpLab lab = lab(sound().greylists())) {
            assertThat(attempts(see(lab, HOST))).isEmpty();
        }
    }

    @Test
    void aSlowHostIsAskedInTheSendersSessionOnly() {
        try (SmtpLab lab = lab(sound().greetsAfter(Duration.ofMillis(5_200)))) {
            SmtpObservation seen = see(lab.clock(java.time.Clock.systemUTC()), HOST);

            assertThat(attempts(seen)).hasSize(9);
            assertThat(seen.skipped())
                    .contains(
                            new SkippedSession(
                                    "mx1.sound.example",
                                    ADDRESS,
                                    SessionKind.RELAY,
                                    SkippedSession.SLOW_OR_BUSY));
        }
    }

    @Test
    void everyAddressGetsAllForms() {
        MxHost host = SmtpLab.host(10, "mx1.sound.example", ADDRESS, "192.0.2.11");
        try (SmtpLab lab =
                new SmtpLab(plan -> plan.smtp(ADDRESS, sound()).smtp("192.0.2.11", sound()))
                        .with(SmtpLab.relaying())) {
            SmtpObservation seen = see(lab, host);

            assertThat(seen.sessions()).allMatch(session -> session.relay().isPresent());
            assertThat(seen.further(SessionKind.RELAY, ADDRESS)).isPresent();
            assertThat(seen.further(SessionKind.RELAY, "192.0.2.11")).isPresent();
            assertThat(seen.withoutAllRelayForms()).isEmpty();
        }
    }

    @Test
    void whereTheSessionsOfTheCheckAreUsedUpItIsSaidWhichAddressesGotTheFirstFormsOnly() {
        String[] many =
                IntStream.rangeClosed(1, 16)
                        .mapToObj(i -> "192.0.2." + (100 + i))
                        .toArray(String[]::new);
        UnaryOperator<WorldPlan> plan =
                world -> {
                    WorldPlan grown = world;
                    for (String address : many) {
                        grown = grown.smtp(address, sound().noStartTls());
                    }
                    return grown;
                };
        MxHost[] hosts =
                IntStream.range(0, 16)
                        .mapToObj(i -> SmtpLab.host(i, "mx" + i + ".sound.example", many[i]))
                        .toArray(MxHost[]::new);
        try (SmtpLab lab = new SmtpLab(plan).with(SmtpLab.relaying())) {
            SmtpObservation seen = see(lab, hosts);

            assertThat(seen.sessions()).hasSize(16);
            assertThat(seen.all().count()).isLessThanOrEqualTo(30);
            assertThat(seen.withoutAllRelayForms())
                    .hasSize(2)
                    .allMatch(left -> left.contains(" 192.0.2.1"));
        }
    }

    @Test
    void whatWasSeenComesBackFromJson() {
        try (SmtpLab lab = lab(sound())) {
            Observations seen = lab.see(DOMAIN, HOST);
            Jsonb jsonb = Jsonb.instance();

            String json = jsonb.type(Observations.class).toJson(seen);

            assertThat(jsonb.type(Observations.class).fromJson(json)).isEqualTo(seen);
        }
    }
}
