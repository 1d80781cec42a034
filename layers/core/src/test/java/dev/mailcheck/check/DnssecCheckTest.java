package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.Denial;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.DnssecFlaw;
import dev.mailcheck.world.dns.Nameserver;
import dev.mailcheck.world.dns.QuestionMatch;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.dns.SigningAlgorithm;
import dev.mailcheck.world.dns.Zone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Signed domains with one fault each, and exactly the codes that dnssec then finds. */
@Timeout(60)
final class DnssecCheckTest {
    private static final String DOMAIN = "z.example";
    private static final String RECORDS =
            """
            @       NS    ns1
            @       NS    ns2
            ns1     A     192.0.2.53
            ns2     A     198.51.100.153
            @       MX    10 mx1
            @       TXT   "v=spf1 mx -all"
            _dmarc  TXT   "v=DMARC1; p=reject"
            mx1     A     192.0.2.10
            """;

    private static final List<String> SOUND =
            List.of("DNSSEC_DOMAIN_SECURE", "DNSSEC_MX_HOSTS_SECURE");

    private static Zone zone() {
        return Zone.signed(DOMAIN, RECORDS);
    }

    private static List<String> codes(UnaryOperator<WorldPlan> plan) {
        return SignedWorld.of(DOMAIN, plan).codes(new DnssecCheck());
    }

    private static List<String> soundAnd(String... more) {
        return Stream.concat(SOUND.stream(), Stream.of(more)).toList();
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                Arguments.of("NSEC", zone(), SOUND),
                Arguments.of("NSEC3", zone().nsec3(0), SOUND),
                Arguments.of("opt-out", zone().denial(new Denial.Nsec3(0, "", true)), SOUND),
                Arguments.of(
                        "unsigned", Zone.unsigned(DOMAIN, RECORDS), List.of("DNSSEC_UNSIGNED")),
                Arguments.of("island", zone().flaw(DnssecFlaw.NO_DS), List.of("DNSSEC_DS_MISSING")),
                Arguments.of(
                        "unknown algorithm",
                        zone().algorithm(SigningAlgorithm.UNASSIGNED),
                        List.of("DNSSEC_ALGORITHM_UNSUPPORTED")),
                Arguments.of(
                        "unknown digest",
                        zone().flaw(DnssecFlaw.UNKNOWN_DS_DIGEST),
                        List.of("DNSSEC_ALGORITHM_UNSUPPORTED")),
                Arguments.of(
                        "wrong DS",
                        zone().flaw(DnssecFlaw.WRONG_DS),
                        List.of("DNSSEC_DS_FITS_NO_KEY")),
                Arguments.of(
                        "no DNSKEY",
                        zone().flaw(DnssecFlaw.MISSING_DNSKEY),
                        List.of("DNSSEC_DS_FITS_NO_KEY")),
                Arguments.of(
                        "expired",
                        zone().flaw(DnssecFlaw.EXPIRED_SIGNATURES),
                        List.of("DNSSEC_SIGNATURES_EXPIRED")),
                Arguments.of(
                        "not yet valid",
                        zone().flaw(DnssecFlaw.FUTURE_SIGNATURES),
                        List.of("DNSSEC_SIGNATURES_NOT_YET_VALID")),
                Arguments.of(
                        "wrong signatures",
                        zone().flaw(DnssecFlaw.CORRUPT_SIGNATURES),
                        List.of("DNSSEC_SIGNATURES_WRONG")),
                Arguments.of(
                        "no signatures",
                        zone().flaw(DnssecFlaw.MISSING_SIGNATURES),
                        List.of("DNSSEC_SIGNATURES_WRONG")),
                Arguments.of(
                        "only MX expired",
                        zone().flaw(DnssecFlaw.EXPIRED_SIGNATURES, "MX"),
                        List.of("DNSSEC_MX_HOSTS_SECURE", "DNSSEC_SIGNATURES_EXPIRED")),
                Arguments.of(
                        "no denial",
                        zone().flaw(DnssecFlaw.MISSING_DENIAL),
                        List.of("DNSSEC_DOMAIN_SECURE", "DNSSEC_DENIAL_BROKEN")),
                Arguments.of(
                        "wrong denial",
                        zone().nsec3(0).flaw(DnssecFlaw.WRONG_DENIAL),
                        List.of("DNSSEC_DOMAIN_SECURE", "DNSSEC_DENIAL_BROKEN")),
                Arguments.of(
                        "RSASHA1",
                        zone().algorithm(SigningAlgorithm.RSASHA1),
                        soundAnd("DNSSEC_ALGORITHM_OLD")),
                Arguments.of(
                        "RSASHA1-NSEC3-SHA1",
                        zone().algorithm(SigningAlgorithm.RSASHA1_NSEC3).nsec3(0),
                        soundAnd("DNSSEC_ALGORITHM_OLD")),
                Arguments.of("RSASHA256", zone().algorithm(SigningAlgorithm.RSASHA256), SOUND),
                Arguments.of("Ed25519", zone().algorithm(SigningAlgorithm.ED25519), SOUND),
                Arguments.of("Ed448", zone().algorithm(SigningAlgorithm.ED448), SOUND),
                Arguments.of(
                        "SHA-1 digest",
                        zone().flaw(DnssecFlaw.SHA1_DS_DIGEST),
                        soundAnd("DNSSEC_DS_DIGEST_OLD")),
                Arguments.of(
                        "ends in 71 hours",
                        zone().signaturesEndIn(Duration.ofHours(71)),
                        soundAnd("DNSSEC_SIGNATURES_END_SOON")),
                Arguments.of(
                        "ends in 73 hours", zone().signaturesEndIn(Duration.ofHours(73)), SOUND),
                Arguments.of("iterations", zone().nsec3(10), soundAnd("DNSSEC_NSEC3_ITERATIONS")),
                Arguments.of(
                        "too many iterations to hash",
                        zone().nsec3(500),
                        soundAnd("DNSSEC_NSEC3_ITERATIONS")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zones")
    void findsExactly(String fact, Zone zone, List<String> expected) {
        assertThat(codes(plan -> plan.zone(zone))).isEqualTo(expected);
    }

    @Test
    void aSubdomainIsJudgedInTheZoneAboveIt() {
        SignedWorld world =
                SignedWorld.of(
                        "dept.z.example",
                        plan ->
                                plan.zone(
                                        zone().and(
                                                        """
                                                        dept        MX  10 mx1
                                                        dept        TXT "v=spf1 mx -all"
                                                        """)));

        assertThat(world.codes(new DnssecCheck())).isEqualTo(SOUND);
        assertThat(world.askedEachQuestionOnce()).isTrue();
    }

    @Test
    void anUnsignedChildOfASignedZoneIsUnsigned() {
        SignedWorld world =
                SignedWorld.of(
                        "dept.z.example",
                        plan ->
                                plan.zone(zone())
                                        .zone(
                                                Zone.unsigned(
                                                        "dept.z.example",
                                                        "@ MX 10 mx\nmx A 192.0.2.1")));

        assertThat(world.codes(new DnssecCheck())).containsExactly("DNSSEC_UNSIGNED");
    }

    @Test
    void belowAnUnsignedZoneASignedOneCountsAsUnsigned() {
        SignedWorld world =
                SignedWorld.of(
                        "dept.z.example",
                        plan ->
                                plan.zone(Zone.unsigned(DOMAIN, RECORDS))
                                        .zone("dept.z.example", "@ MX 10 mx\nmx A 192.0.2.1"));

        assertThat(world.codes(new DnssecCheck())).containsExactly("DNSSEC_ZONE_ABOVE_UNSIGNED");
    }

    private static String elsewhere(String record) {
        return RECORDS.replace("10 mx1", "10 mail.other.example.") + record;
    }

    @ParameterizedTest
    @CsvSource({
        "true, DNSSEC_DOMAIN_SECURE DNSSEC_MX_HOSTS_SECURE",
        "false, DNSSEC_DOMAIN_SECURE DNSSEC_MX_HOST_UNSIGNED"
    })
    void aMailHostIsAsSecureAsItsOwnZone(boolean signed, String expected) {
        String text = "mail A 192.0.2.20";
        Zone other =
                signed ? Zone.signed("other.example", text) : Zone.unsigned("other.example", text);

        assertThat(codes(plan -> plan.zone(DOMAIN, elsewhere("")).zone(other)))
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void aMailHostWhoseZoneIsBrokenIsAFault() {
        Zone other =
                Zone.signed("other.example", "mail A 192.0.2.20")
                        .flaw(DnssecFlaw.EXPIRED_SIGNATURES);
        SignedWorld world =
                SignedWorld.of(DOMAIN, plan -> plan.zone(DOMAIN, elsewhere("")).zone(other));

        assertThat(world.codes(new DnssecCheck()))
                .containsExactly("DNSSEC_DOMAIN_SECURE", "DNSSEC_SIGNATURES_EXPIRED");
        Finding expired = world.findings(new DnssecCheck()).getFirst();
        assertThat(expired.subject()).isEqualTo("other.example");
        assertThat(expired.arguments())
                .containsEntry("link", "other.example DNSKEY")
                .containsEntry("names", "mail.other.example A, mail.other.example AAAA")
                .containsEntry("date", "2026-11-21 12:00 UTC");
    }

    @Test
    void aPolicyThatIsAnAliasIntoAnUnsignedZoneIsTold() {
        String text =
                RECORDS.replace(
                        "_dmarc  TXT   \"v=DMARC1; p=reject\"",
                        "_dmarc  CNAME z.dmarc.other.example.");
        List<Finding> findings =
                SignedWorld.of(
                                DOMAIN,
                                plan ->
                                        plan.zone(DOMAIN, text)
                                                .zone(
                                                        Zone.unsigned(
                                                                "other.example",
                                                                "z.dmarc TXT \"v=DMARC1;"
                                                                        + " p=none\"")))
                        .findings(new DnssecCheck());

        assertThat(findings)
                .extracting(finding -> finding.code().name() + " " + finding.subject())
                .containsExactly(
                        "DNSSEC_RECORD_UNSIGNED _dmarc.z.example TXT",
                        "DNSSEC_MX_HOSTS_SECURE mx1.z.example");
    }

    @Test
    void oneFaultIsOneFindingWithAllThatItSpoils() {
        Finding wrong =
                SignedWorld.of(DOMAIN, plan -> plan.zone(zone().flaw(DnssecFlaw.WRONG_DS)))
                        .findings(new DnssecCheck())
                        .getFirst();

        assertThat(wrong.subject()).isEqualTo(DOMAIN);
        assertThat(wrong.arguments())
                .containsEntry("link", "z.example DS")
                .containsEntry("reason", "DS_FITS_NO_KEY");
        assertThat(wrong.arguments().getOrDefault("names", ""))
                .startsWith("z.example SOA, z.example MX, z.example TXT")
                .endsWith("…");
    }

    @Test
    void theDsThatIsMissingIsTheOneThatMendsIt() {
        Finding missing =
                SignedWorld.of(DOMAIN, plan -> plan.zone(zone().flaw(DnssecFlaw.NO_DS)))
                        .findings(new DnssecCheck())
                        .getFirst();
        SignedWorld mended = SignedWorld.of(DOMAIN, plan -> plan.zone(zone()));

        assertThat(
                        mended.judgement()
                                .seen()
                                .get(dev.mailcheck.probe.DnssecObservation.class)
                                .zones()
                                .getFirst()
                                .ds()
                                .data())
                .containsExactly(missing.arguments().getOrDefault("ds", ""));
    }

    @Test
    void aResolverThatStripsMakesNothingBogusAndNothingUnsigned() {
        for (Zone zone : List.of(zone(), zone().flaw(DnssecFlaw.WRONG_DS))) {
            List<Finding> findings =
                    SignedWorld.of(
                                    DOMAIN,
                                    plan -> plan.zone(zone).resolver(Resolver.strippingDnssec()))
                            .findings(new DnssecCheck());

            assertThat(findings)
                    .extracting(f -> f.code().name())
                    .containsExactly("DNSSEC_NOT_KNOWN");
            assertThat(findings.getFirst().arguments())
                    .containsEntry("reason", "RESOLVER_STRIPS_DNSSEC");
        }
    }

    @Test
    void whatOnlyTheResolverBreaksIsItsFault() {
        Resolver broken =
                Resolver.plain().when(QuestionMatch.under(DOMAIN), DnsFault.stripDnssec());

        assertThat(codes(plan -> plan.zone(zone()).resolver(broken)))
                .isEqualTo(soundAnd("DNSSEC_RESOLVER_BREAKS_ANSWERS"));
    }

    @Test
    void whereNoOwnServerIsHeardNothingIsBogus() {
        List<Finding> findings =
                SignedWorld.of(
                                DOMAIN,
                                plan ->
                                        plan.zone(zone().flaw(DnssecFlaw.WRONG_DS))
                                                .nameserver("192.0.2.53", Nameserver.lame())
                                                .nameserver("198.51.100.153", Nameserver.lame()))
                        .findings(new DnssecCheck());

        assertThat(findings)
                .extracting(finding -> finding.code().name())
                .contains("DNSSEC_BOGUS_NOT_CONFIRMED")
                .noneMatch(code -> FindingCode.valueOf(code).status() == Status.FAIL);
    }

    @Test
    void aProofThatDoesNotComeIsNotKnown() {
        Resolver silentOnKeys =
                Resolver.plain().when(QuestionMatch.of(DOMAIN, "DNSKEY"), DnsFault.servfail());

        SignedWorld world =
                SignedWorld.of(DOMAIN, plan -> plan.zone(zone()).resolver(silentOnKeys));

        assertThat(world.codes(new DnssecCheck()))
                .containsExactly("DNSSEC_NOT_KNOWN", "DNSSEC_NAME_NOT_KNOWN");
        assertThat(world.findings(new DnssecCheck()))
                .allSatisfy(f -> assertThat(f.arguments()).containsEntry("reason", "SERVFAIL"));
    }

    @Test
    void theProposedParametersMendTheIterations() {
        Finding finding =
                SignedWorld.of(DOMAIN, plan -> plan.zone(zone().nsec3(10)))
                        .findings(new DnssecCheck())
                        .getLast();

        assertThat(finding.record())
                .contains(new ProposedRecord("z.example.", "NSEC3PARAM", "1 0 0 -"));
        assertThat(
                        WorldScenario.of(
                                        DOMAIN,
                                        plan -> plan.zone(zone().nsec3(10)),
                                        List.of(Scenario.whatIf(finding.record().orElseThrow())))
                                .codes(CheckId.DNSSEC))
                .isEqualTo(SOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "secure, DNSSEC_DOMAIN_SECURE DNSSEC_MX_HOSTS_SECURE",
        "insecure, DNSSEC_UNSIGNED",
        "bogus, DNSSEC_BOGUS DNSSEC_BOGUS"
    })
    void theWordOfAZoneFileCounts(String word, String expected) {
        Scenario scenario =
                Scenario.inZoneFile(
                        "example.com",
                        Map.of(
                                "example.com",
                                Map.of("MX", List.of("10 mx.example.com"), "DNSSEC", word),
                                "mx.example.com",
                                Map.of("A", List.of("192.0.2.1"))));

        assertThat(scenario.codes(new DnssecCheck()))
                .isEqualTo(Stream.of(expected.split(" ", -1)).distinct().toList());
    }
}
