package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Security.State;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.Denial;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.DnssecFlaw;
import dev.mailcheck.world.dns.QuestionMatch;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.dns.SigningAlgorithm;
import dev.mailcheck.world.dns.Zone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Timeout(60)
final class ValidationTest {
    private static final String RECORDS =
            """
            @       MX    10 mx1
            @       TXT   "v=spf1 mx -all"
            mx1     A     192.0.2.10
            alias   CNAME mx1
            away    CNAME host.other.example.
            *.wild  TXT   "any"
            a.b     A     192.0.2.11
            """;

    private static final String OTHER = "host A 192.0.2.20";

    private static final List<String> QUESTIONS =
            List.of(
                    "z.example MX",
                    "z.example SOA",
                    "z.example DNSKEY",
                    "z.example DS",
                    "z.example AAAA",
                    "alias.z.example A",
                    "alias.z.example AAAA",
                    "x.wild.z.example TXT",
                    "x.wild.z.example MX",
                    "b.z.example A",
                    "nothing.z.example A",
                    "x.y.nothing.z.example A",
                    "away.z.example A");

    private static Zone zone() {
        return Zone.signed("z.example", RECORDS);
    }

    private static WorldPlan plan(Zone zone) {
        return Lab.plan().zone(zone).zone("other.example", OTHER);
    }

    static Stream<Zone> soundZones() {
        return Stream.of(
                zone(),
                zone().nsec3(0),
                zone().denial(new Denial.Nsec3(5, "abcd", false)),
                zone().algorithm(SigningAlgorithm.ED25519),
                zone().algorithm(SigningAlgorithm.RSASHA256));
    }

    @ParameterizedTest
    @MethodSource("soundZones")
    void everyAnswerOfASoundZoneIsSecureAndHasAnEnd(Zone zone) {
        try (Lab lab = Lab.of(plan(zone))) {
            for (String question : QUESTIONS) {
                Security security = security(lab, question);
                assertThat(security.state()).as(question).isEqualTo(State.SECURE);
                assertThat(security.detail()).isEmpty();
                assertThat(security.signedUntil()).as(question).isPresent();
            }
        }
    }

    private static Security security(Lab lab, String question) {
        String[] words = question.split(" ", -1);
        return lab.security(words[0], RecordType.valueOf(words[1]));
    }

    @Test
    void theEndIsThatOfTheFirstSignatureToEnd() {
        Instant end = Lab.CLOCK.instant().plus(Duration.ofDays(2));
        try (Lab lab = Lab.of(plan(zone().signaturesEndIn(Duration.ofDays(2))))) {
            assertThat(security(lab, "z.example MX").signedUntil()).contains(end);
            assertThat(security(lab, "host.other.example A").signedUntil())
                    .hasValueSatisfying(later -> assertThat(later).isAfter(end));
        }
    }

    static Stream<Zone> zonesWithoutDs() {
        return Stream.of(Zone.unsigned("z.example", RECORDS), zone().flaw(DnssecFlaw.NO_DS));
    }

    @ParameterizedTest
    @MethodSource("zonesWithoutDs")
    void withoutDsEverythingIsInsecure(Zone zone) {
        try (Lab lab = Lab.of(plan(zone))) {
            for (String question : QUESTIONS) {
                State expected = question.equals("z.example DS") ? State.SECURE : State.INSECURE;
                assertThat(security(lab, question).state()).as(question).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_DS,             MX, BOGUS",
        "CORRUPT_SIGNATURES,   MX, BOGUS",
        "MISSING_SIGNATURES,   MX, BOGUS",
        "EXPIRED_SIGNATURES,   MX, BOGUS",
        "FUTURE_SIGNATURES,    MX, BOGUS",
        "MISSING_DENIAL,       MX, SECURE",
        "MISSING_DENIAL,     AAAA, BOGUS",
        "WRONG_DS,             DS, SECURE",
    })
    void aBrokenZoneIsBogusWithTheLinkThatBreaks(DnssecFlaw flaw, RecordType type, State state) {
        try (Lab lab = Lab.of(plan(zone().flaw(flaw)))) {
            Security security = lab.security("z.example", type);
            assertThat(security.state()).isEqualTo(state);
            assertThat(security.detail().contains("z.example")).isEqualTo(state == State.BOGUS);
            assertThat(security.detail()).hasSizeLessThan(400).doesNotContain("\n", "{");
        }
    }

    @Test
    void anAliasIsAsWeakAsWhatItLeadsTo() {
        WorldPlan plan = Lab.plan().zone(zone()).zone(Zone.unsigned("other.example", OTHER));
        try (Lab lab = Lab.of(plan)) {
            assertThat(security(lab, "away.z.example CNAME").state()).isEqualTo(State.SECURE);
            assertThat(security(lab, "away.z.example A").state()).isEqualTo(State.INSECURE);
        }
        WorldPlan bogus =
                Lab.plan()
                        .zone(zone())
                        .zone(
                                Zone.signed("other.example", OTHER)
                                        .flaw(DnssecFlaw.EXPIRED_SIGNATURES));
        try (Lab lab = Lab.of(bogus)) {
            assertThat(security(lab, "away.z.example A").state()).isEqualTo(State.BOGUS);
        }
    }

    @Test
    void anAliasThatTheResolverDoesNotFollowIsValidatedInParts() {
        Resolver lazy =
                Resolver.plain()
                        .when(
                                QuestionMatch.of("away.z.example", "A"),
                                DnsFault.replaced("away.z.example. 60 CNAME host.other.example."));
        try (Lab lab = Lab.of(plan(zone()).resolver(lazy))) {
            assertThat(security(lab, "away.z.example A").state()).isEqualTo(State.SECURE);
        }
    }

    static Stream<DnsFault> failures() {
        return Stream.of(DnsFault.servfail(), DnsFault.refused(), DnsFault.wrongId());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aLinkThatDoesNotComeMakesItUnknown(DnsFault failure) {
        for (String link : List.of("z.example DS", "z.example DNSKEY", "example DS")) {
            String[] words = link.split(" ", -1);
            Resolver resolver =
                    Resolver.plain().when(QuestionMatch.of(words[0], words[1]), failure);
            try (Lab lab = Lab.of(plan(zone()).resolver(resolver))) {
                for (String question :
                        List.of("z.example MX", "z.example AAAA", "nothing.z.example A")) {
                    Security security = security(lab, question);
                    assertThat(security.state()).as(link).isEqualTo(State.UNKNOWN);
                    assertThat(security.detail()).contains(link);
                }
            }
        }
    }

    @Test
    void whereSignaturesDoNotArriveNothingIsBogus() {
        try (Lab lab = Lab.of(plan(zone()).resolver(Resolver.strippingDnssec()))) {
            for (String question : QUESTIONS) {
                assertThat(security(lab, question).state()).as(question).isEqualTo(State.UNKNOWN);
            }
        }
    }

    @Test
    void behindABrokenTopLevelDomainNobodyIsBogus() {
        Resolver resolver =
                Resolver.plain().when(QuestionMatch.at("example"), DnsFault.stripDnssec());
        try (Lab lab = Lab.of(plan(zone()).resolver(resolver))) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void aForeignAnchorMakesEverythingUnknown() {
        String foreign =
                ". IN DS 20326 8 2"
                        + " E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D";
        try (Lab lab = Lab.of(plan(zone()), foreign)) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.UNKNOWN);
        }
    }

    /** A plan's keys are the same each time. */
    @Test
    void theAnchorMayBeADnskey() {
        WorldPlan plan = plan(zone());
        String key;
        try (Lab lab = Lab.of(plan)) {
            key = lab.world.rootDnskey();
        }
        try (Lab lab = Lab.of(plan, key)) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.SECURE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VALIDATES", "CLAIMS", "NONE"})
    void aForeignAdBitProvesNothing(Resolver.Validation validation) {
        Resolver resolver = Resolver.plain().validation(validation);
        try (Lab lab =
                Lab.of(plan(zone().flaw(DnssecFlaw.CORRUPT_SIGNATURES)).resolver(resolver))) {
            assertThat(lab.ask("z.example", RecordType.MX).data()).hasSize(1);
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.BOGUS);
            assertThat(security(lab, "host.other.example A").state()).isEqualTo(State.SECURE);
        }
    }

    @Test
    void aNameThatAResolverMayAnswerItselfIsNeverBogus() {
        Resolver resolver =
                Resolver.plain()
                        .when(
                                QuestionMatch.under("168.192.in-addr.arpa"),
                                DnsFault.replaced("1.1.168.192.in-addr.arpa. 60 PTR me.local."))
                        .when(
                                QuestionMatch.of("x.invalid", "A"),
                                DnsFault.replaced("x.invalid. 60 A 192.0.2.1"));
        try (Lab lab = Lab.of(plan(zone()).resolver(resolver))) {
            assertThat(security(lab, "1.1.168.192.in-addr.arpa PTR").state())
                    .isIn(State.INSECURE, State.UNKNOWN);
            assertThat(security(lab, "x.invalid A").state()).isIn(State.INSECURE, State.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,SECURE", "150,SECURE", "151,INSECURE", "2500,INSECURE"})
    void tooManyIterationsAreAsGoodAsUnsigned(int iterations, State state) {
        try (Lab lab = Lab.of(plan(zone().nsec3(iterations)))) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.SECURE);
            assertThat(security(lab, "nothing.z.example A").state()).isEqualTo(state);
            assertThat(security(lab, "z.example AAAA").state()).isEqualTo(state);
        }
    }

    @Test
    void aHundredAnswersAreValidatedSideBySideWithEachQuestionAskedOnce() {
        StringBuilder hosts = new StringBuilder();
        IntStream.range(0, 100).forEach(i -> hosts.append("h" + i + " A 192.0.2." + i + "\n"));
        try (Lab lab = Lab.of(Lab.plan().zone("many.example", hosts.toString()))) {
            List<Supplier<Security>> all =
                    IntStream.range(0, 100)
                            .mapToObj(i -> DnsName.of("h" + i + ".many.example"))
                            .map(name -> lab.dns.security(name, RecordType.A))
                            .toList();
            assertThat(all).allSatisfy(s -> assertThat(s.get().state()).isEqualTo(State.SECURE));
            assertThat(lab.world.questions().total())
                    .isEqualTo((int) lab.world.questions().distinct())
                    .isLessThanOrEqualTo(105);
        }
    }
}
