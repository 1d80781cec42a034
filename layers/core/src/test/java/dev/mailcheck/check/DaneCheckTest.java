package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.DaneVerdict.Outcome;
import dev.mailcheck.dns.WhatIf;
import dev.mailcheck.world.Port25;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.DnssecFlaw;
import dev.mailcheck.world.dns.Nameserver;
import dev.mailcheck.world.dns.QuestionMatch;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.dns.Zone;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.StartTls.Turn;
import dev.mailcheck.world.tls.CertificateSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Whole checks of domains with TLSA records, and exactly the codes that dane then finds. */
@Timeout(120)
final class DaneCheckTest {
    private static final String DOMAIN = "z.example";
    private static final String HOST = "mx1.z.example";
    private static final String ADDRESS = "192.0.2.10";
    private static final CertificateSpec SHOWN = CertificateSpec.sound(HOST);
    private static final CertificateSpec OLD = CertificateSpec.sound("old.z.example");

    private static final String RECORDS =
            """
            @       NS    ns1
            @       NS    ns2
            ns1     A     192.0.2.53
            ns2     A     198.51.100.153
            @       MX    10 mx1
            @       TXT   "v=spf1 mx -all"
            mx1     A     192.0.2.10
            """;

    private static SmtpHost sound() {
        return SmtpHost.sound(HOST, DOMAIN);
    }

    /** Records at the mail host, as usage, selector and matching type of one of the two. */
    private static String tlsa(WorldPlan plan, CertificateSpec spec, String form) {
        String[] words = form.split(" ", -1);
        return "_25._tcp.mx1 TLSA "
                + plan.ca()
                        .tlsa(
                                spec,
                                Integer.parseInt(words[0]),
                                Integer.parseInt(words[1]),
                                Integer.parseInt(words[2]))
                + "\n";
    }

    private static UnaryOperator<WorldPlan> pinning(String form, SmtpHost host) {
        return plan ->
                plan.zone(DOMAIN, RECORDS + tlsa(plan, SHOWN, form) + tlsa(plan, OLD, "3 1 1"))
                        .smtp(ADDRESS, host);
    }

    private static List<String> codes(UnaryOperator<WorldPlan> plan) {
        return WorldScenario.of(DOMAIN, plan).codes(CheckId.DANE);
    }

    private static List<Finding> findings(UnaryOperator<WorldPlan> plan) {
        return WorldScenario.of(DOMAIN, plan).result(CheckId.DANE).findings();
    }

    static Stream<Arguments> hosts() {
        List<String> sound = List.of("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES");
        List<String> mismatch = List.of("DANE_DEPLOYED", "DANE_CERTIFICATE_MISMATCH");
        List<String> without = List.of("DANE_DEPLOYED", "DANE_TLS_MISSING");
        return Stream.of(
                Arguments.of("3 1 1", sound(), sound),
                Arguments.of("2 1 1", sound(), sound),
                Arguments.of("2 0 2", sound(), sound),
                Arguments.of("3 1 1", sound().certificate(CertificateSpec::expired), sound),
                Arguments.of("2 1 1", sound().certificate(CertificateSpec::expired), mismatch),
                Arguments.of("3 1 1", sound().certificate(c -> c.named("b.example")), mismatch),
                Arguments.of("2 1 1", sound().certificate(c -> c.named("b.example")), mismatch),
                Arguments.of(
                        "2 1 1",
                        sound().certificate(CertificateSpec::missingIntermediate),
                        mismatch),
                Arguments.of("3 1 1", sound().noStartTls(), without),
                Arguments.of("3 1 1", sound().turn(Turn.HANDSHAKE_FAILURE), without),
                Arguments.of(
                        "3 1 1", sound().busy(), List.of("DANE_MATCH_NOT_KNOWN", "DANE_DEPLOYED")),
                Arguments.of(
                        "3 0 1",
                        sound(),
                        List.of(
                                "DANE_DEPLOYED",
                                "DANE_CERTIFICATE_MATCHES",
                                "DANE_WHOLE_CERTIFICATE")));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("hosts")
    void findsExactly(String form, SmtpHost host, List<String> expected) {
        assertThat(codes(pinning(form, host))).isEqualTo(expected);
    }

    @Test
    void aRecordForThePresentKeyAloneHasNoSpare() {
        assertThat(
                        codes(plan ->
                                plan.zone(DOMAIN, RECORDS + tlsa(plan, SHOWN, "3 1 1"))
                                        .smtp(ADDRESS, sound())))
                .containsExactly("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES", "DANE_NO_SPARE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 1", "1 1 1"})
    void recordsThatRestOnPublicAuthoritiesAreUnusable(String form) {
        UnaryOperator<WorldPlan> plan =
                p ->
                        p.zone(DOMAIN, RECORDS + tlsa(p, SHOWN, form))
                                .smtp(ADDRESS, sound().certificate(CertificateSpec::selfSigned));

        assertThat(codes(plan)).containsExactly("DANE_DEPLOYED", "DANE_RECORDS_UNUSABLE");
        assertThat(codes(p -> plan.apply(p).smtp(ADDRESS, sound().noStartTls())))
                .containsExactly("DANE_DEPLOYED", "DANE_TLS_MISSING");
    }

    @Test
    void theProposedRecordMendsAMismatchAndAnAbsence() {
        for (String published : List.of("3 1 1", "")) {
            UnaryOperator<WorldPlan> plan =
                    p ->
                            p.zone(
                                            DOMAIN,
                                            RECORDS
                                                    + (published.isEmpty()
                                                            ? ""
                                                            : tlsa(p, OLD, published)))
                                    .smtp(ADDRESS, sound());
            ProposedRecord record =
                    findings(plan).stream()
                            .flatMap(finding -> finding.record().stream())
                            .findFirst()
                            .orElseThrow();
            WhatIf whatIf = Scenario.whatIf(record);

            assertThat(record.name()).isEqualTo("_25._tcp.mx1.z.example.");
            assertThat(WorldScenario.of(DOMAIN, plan, List.of(whatIf)).codes(CheckId.DANE))
                    .containsExactly("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES", "DANE_NO_SPARE");
        }
    }

    @Test
    void twoAddressesWithDifferentKeysGetNoRecord() {
        List<Finding> findings =
                findings(plan ->
                        plan.zone(
                                        DOMAIN,
                                        RECORDS + "mx1 A 192.0.2.11\n" + tlsa(plan, SHOWN, "3 1 1"))
                                .smtp(ADDRESS, sound())
                                .smtp(
                                        "192.0.2.11",
                                        sound().certificate(c -> c.named("b.example"))));

        assertThat(findings)
                .extracting(finding -> finding.code().name())
                .contains("DANE_CERTIFICATE_MATCHES", "DANE_CERTIFICATE_MISMATCH");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.record()).isEmpty());
        assertThat(findings)
                .filteredOn(finding -> finding.code() == FindingCode.DANE_CERTIFICATE_MISMATCH)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.arguments())
                                .containsEntry("addresses", "192.0.2.11")
                                .containsEntry("reason", "OTHER_CERTIFICATE"));
    }

    @Test
    void onlySomeHosts() {
        UnaryOperator<WorldPlan> plan =
                p ->
                        p.zone(
                                        DOMAIN,
                                        RECORDS
                                                + "@ MX 20 mx2\nmx2 A 198.51.100.10\n"
                                                + tlsa(p, SHOWN, "3 1 1")
                                                + tlsa(p, OLD, "3 1 1"))
                                .smtp(ADDRESS, sound())
                                .smtp("198.51.100.10", SmtpHost.sound("mx2.z.example", DOMAIN));

        assertThat(codes(plan)).containsExactly("DANE_NOT_EVERYWHERE", "DANE_CERTIFICATE_MATCHES");
        assertThat(codes(p -> plan.apply(p).smtp("198.51.100.10", sound().busy())))
                .containsExactly("DANE_NOT_EVERYWHERE", "DANE_CERTIFICATE_MATCHES");
    }

    @Test
    void aHostThatIsBusyBesideOneThatWasJudgedIsOnlyShown() {
        assertThat(
                        codes(plan ->
                                pinning("3 1 1", sound())
                                        .apply(plan)
                                        .zone(DOMAIN + ".more", "")
                                        .smtp(ADDRESS, sound())))
                .containsExactly("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES");
        UnaryOperator<WorldPlan> two =
                plan ->
                        plan.zone(
                                        DOMAIN,
                                        RECORDS
                                                + "mx1 A 192.0.2.11\n"
                                                + tlsa(plan, SHOWN, "3 1 1")
                                                + tlsa(plan, OLD, "3 1 1"))
                                .smtp(ADDRESS, sound())
                                .smtp("192.0.2.11", sound().busy());
        assertThat(codes(two))
                .containsExactly(
                        "DANE_ADDRESS_NOT_KNOWN", "DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES");
    }

    @Test
    void recordsInAnUnsignedZoneAreIgnored() {
        assertThat(
                        codes(plan ->
                                plan.zone(Zone.unsigned(DOMAIN, RECORDS + tlsa(plan, OLD, "3 1 1")))
                                        .smtp(ADDRESS, sound())))
                .containsExactly("DANE_MX_NOT_SIGNED");
        assertThat(
                        codes(plan ->
                                plan.zone(DOMAIN, "@ MX 10 mx1.other.example.")
                                        .zone(
                                                Zone.unsigned(
                                                        "other.example",
                                                        "mx1 A 192.0.2.10\n"
                                                                + tlsa(plan, OLD, "3 1 1")))
                                        .smtp(ADDRESS, sound())))
                .containsExactly("DANE_TLSA_NOT_SIGNED");
    }

    @Test
    void aDomainWithoutDaneIsWarnedOnce() {
        assertThat(
                        findings(plan ->
                                plan.zone(
                                                Zone.unsigned(
                                                        DOMAIN,
                                                        RECORDS
                                                                + "@ MX 20 mx2\n"
                                                                + "mx2 A 192.0.2.11"))
                                        .smtp(ADDRESS, sound())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.DANE_ABSENT);
                    assertThat(finding.subject()).isEqualTo(DOMAIN);
                    assertThat(finding.record()).isEmpty();
                });
    }

    @Test
    void aHostOfAnotherDomainGetsNoRecordProposed() {
        assertThat(
                        findings(plan ->
                                plan.zone(DOMAIN, "@ MX 10 mx1.other.example.")
                                        .zone("other.example", "mx1 A 192.0.2.10")
                                        .smtp(ADDRESS, sound())))
                .singleElement()
                .satisfies(finding -> assertThat(finding.record()).isEmpty());
    }

    /** Both families, so that the addresses need no proof of absence. */
    private static Zone dualStack() {
        return Zone.signed(DOMAIN, RECORDS + "mx1 AAAA 2001:db8::10");
    }

    static Stream<Zone> zonesWhoseDenialIsBroken() {
        return Stream.of(
                dualStack().flaw(DnssecFlaw.MISSING_DENIAL),
                dualStack().nsec3(0).flaw(DnssecFlaw.WRONG_DENIAL),
                dualStack().nsec3(0).flaw(DnssecFlaw.CORRUPT_SIGNATURES, "NSEC3"));
    }

    @ParameterizedTest
    @MethodSource("zonesWhoseDenialIsBroken")
    void whereAbsenceIsNotProvenSendersPutMailOff(Zone zone) {
        assertThat(codes(plan -> plan.zone(zone).smtp(ADDRESS, sound())))
                .containsExactly("DANE_LOOKUP_FAILS");
    }

    @Test
    void whereNotEvenTheAddressValidatesThatIsForDnssecToTell() {
        List<Finding> findings =
                findings(plan ->
                        plan.zone(
                                        Zone.signed(DOMAIN, RECORDS)
                                                .flaw(DnssecFlaw.EXPIRED_SIGNATURES, "A"))
                                .smtp(ADDRESS, sound()));

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.DANE_NOT_KNOWN);
                    assertThat(finding.arguments()).containsEntry("reason", "BOGUS");
                });
    }

    private static final QuestionMatch TLSA = QuestionMatch.of("_25._tcp.mx1.z.example", "TLSA");

    @Test
    void serversThatRefuseTheTypeMakeSendersPutMailOff() {
        Nameserver refusing = Nameserver.sound().when(TLSA, DnsFault.servfail());
        List<Finding> findings =
                findings(plan ->
                        plan.zone(DOMAIN, RECORDS)
                                .resolver(Resolver.plain().when(TLSA, DnsFault.servfail()))
                                .nameserver("192.0.2.53", refusing)
                                .nameserver("198.51.100.153", refusing)
                                .smtp(ADDRESS, sound()));

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.DANE_LOOKUP_FAILS);
                    assertThat(finding.arguments())
                            .containsEntry("question", "_25._tcp.mx1.z.example TLSA")
                            .containsEntry("reason", "NAME_SERVER_REFUSES_TYPE");
                });
    }

    @Test
    void whatOnlyTheResolverRefusesIsNotKnown() {
        List<Finding> findings =
                findings(plan ->
                        plan.zone(DOMAIN, RECORDS)
                                .resolver(Resolver.plain().when(TLSA, DnsFault.servfail()))
                                .smtp(ADDRESS, sound()));

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.DANE_NOT_KNOWN);
                    assertThat(finding.arguments()).containsEntry("reason", "SERVFAIL");
                });
    }

    @Test
    void aResolverThatStripsLeavesItOpen() {
        List<Finding> findings =
                findings(plan ->
                        pinning("3 1 1", sound()).apply(plan).resolver(Resolver.strippingDnssec()));

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.DANE_NOT_KNOWN);
                    assertThat(finding.arguments())
                            .containsEntry("reason", "RESOLVER_STRIPS_DNSSEC");
                });
    }

    @Test
    void behindAClosedPortTheMatchIsNotKnown() {
        List<Finding> findings =
                findings(plan -> pinning("3 1 1", sound()).apply(plan).port25(new Port25.Closed()));

        assertThat(findings)
                .extracting(finding -> finding.code().name())
                .containsExactly("DANE_DEPLOYED", "DANE_MATCH_NOT_KNOWN");
        assertThat(findings.getLast().arguments()).containsEntry("reason", "PORT_25_CLOSED_HERE");
    }

    /** RFC 7672, section 2.2.3: the name an alias leads to comes first, then the host's own. */
    @Test
    void theNameAnAliasLeadsToIsAskedFirst() {
        String aliased =
                RECORDS.replace("mx1     A     192.0.2.10", "mx1 CNAME real.other.example.");
        UnaryOperator<WorldPlan> atTarget =
                plan ->
                        plan.zone(DOMAIN, aliased + tlsa(plan, OLD, "3 1 1"))
                                .zone(
                                        "other.example",
                                        "real A 192.0.2.10\n"
                                                + tlsa(plan, SHOWN, "3 1 1").replace("mx1", "real")
                                                + tlsa(plan, OLD, "3 1 1").replace("mx1", "real"))
                                .smtp(ADDRESS, sound());
        UnaryOperator<WorldPlan> atAlias =
                plan ->
                        plan.zone(
                                        DOMAIN,
                                        aliased
                                                + tlsa(plan, SHOWN, "3 1 1")
                                                + tlsa(plan, OLD, "3 1 1"))
                                .zone("other.example", "real A 192.0.2.10")
                                .smtp(ADDRESS, sound());

        assertThat(codes(atTarget)).containsExactly("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES");
        assertThat(codes(atAlias)).containsExactly("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES");
    }

    @Test
    void aSignedAliasIntoAnUnsignedZoneStillHasItsOwnRecords() {
        String aliased =
                RECORDS.replace("mx1     A     192.0.2.10", "mx1 CNAME real.other.example.");

        assertThat(
                        codes(plan ->
                                plan.zone(
                                                DOMAIN,
                                                aliased
                                                        + tlsa(plan, SHOWN, "3 1 1")
                                                        + tlsa(plan, OLD, "3 1 1"))
                                        .zone(Zone.unsigned("other.example", "real A 192.0.2.10"))
                                        .smtp(ADDRESS, sound())))
                .containsExactly("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES");
    }

    @Test
    void aDomainThatTakesNoMailNeedsNoDane() {
        assertThat(
                        WorldScenario.of(
                                        DOMAIN,
                                        plan ->
                                                plan.zone(
                                                        DOMAIN,
                                                        "@ MX 0 .\n@ TXT \"v=spf1 mx -all\""))
                                .codes(CheckId.DANE))
                .containsExactly("DANE_NO_MAIL_HOSTS");
    }

    @Test
    void aZoneFileShowsRecordsAndNoCertificates() {
        Scenario scenario =
                Scenario.inZoneFile(
                        "example.com",
                        Map.of(
                                "example.com",
                                Map.of("MX", List.of("10 mx.example.com"), "DNSSEC", "secure"),
                                "mx.example.com",
                                Map.of("A", List.of("192.0.2.1")),
                                "_25._tcp.mx.example.com",
                                Map.of("TLSA", List.of("3 1 1 " + "ab".repeat(32)))));

        assertThat(scenario.codes(new DaneCheck()))
                .containsExactly("DANE_MATCH_NOT_KNOWN", "DANE_DEPLOYED");
        assertThat(scenario.result(new DaneCheck()).excuse()).contains("NO_NETWORK");
    }

    @Test
    void aVerdictIsGivenForEachAddressWithItsReason() {
        Scenario absent =
                Scenario.inZoneFile(
                        "example.com",
                        Map.of(
                                "example.com",
                                Map.of("MX", List.of("10 mx.example.com"), "DNSSEC", "secure"),
                                "mx.example.com",
                                Map.of("A", List.of("192.0.2.1"))));

        assertThat(DaneVerdict.of(absent.judgement()))
                .allSatisfy(verdict -> {
                    assertThat(verdict.outcome()).isEqualTo(Outcome.NONE);
                    assertThat(verdict.why()).isEqualTo("NO_TLSA");
                });
    }
}
