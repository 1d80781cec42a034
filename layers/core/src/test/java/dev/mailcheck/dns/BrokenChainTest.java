package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.BrokenLink.Fault;
import dev.mailcheck.dns.Security.State;
import dev.mailcheck.net.Deadline;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Each link of a chain broken by itself: what is said, of which records, and to whom it is put. */
@Timeout(60)
final class BrokenChainTest {
    private static final String RECORDS =
            """
            @       MX    10 mx1
            @       NS    ns1
            @       NS    ns2
            ns1     A     192.0.2.53
            ns2     A     198.51.100.153
            mx1     A     192.0.2.10
            away    CNAME host.other.example.
            *.wild  TXT   "any"
            """;

    private static Zone zone() {
        return Zone.signed("z.example", RECORDS);
    }

    private static WorldPlan plan(Zone zone) {
        return Lab.plan().zone(zone).zone("other.example", "host A 192.0.2.20");
    }

    private static Security security(Lab lab, String question) {
        String[] words = question.split(" ", -1);
        return lab.security(words[0], RecordType.valueOf(words[1]));
    }

    private static void assertBroken(Security security, String link, Fault fault) {
        assertThat(security.state()).isEqualTo(State.BOGUS);
        assertThat(security.broken())
                .hasValueSatisfying(broken -> {
                    assertThat(broken.link()).isEqualTo(link);
                    assertThat(broken.fault()).isEqualTo(fault);
                    assertThat(broken.zone()).isEqualTo(DnsName.of("z.example"));
                    boolean ends =
                            fault == Fault.SIGNATURE_EXPIRED
                                    || fault == Fault.SIGNATURE_NOT_YET_VALID;
                    assertThat(broken.when().isPresent()).isEqualTo(ends);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_DS,           '',     z.example MX,           z.example DS,     DS_FITS_NO_KEY",
        "MISSING_DNSKEY,     '',     z.example MX,           z.example DNSKEY, DNSKEY_MISSING",
        "MISSING_SIGNATURES, '',     z.example MX,           z.example DNSKEY, SIGNATURE_MISSING",
        "EXPIRED_SIGNATURES, '',     z.example MX,           z.example DNSKEY, SIGNATURE_EXPIRED",
        "FUTURE_SIGNATURES, DNSKEY,  z.example MX,     z.example DNSKEY, SIGNATURE_NOT_YET_VALID",
        "CORRUPT_SIGNATURES, DNSKEY, z.example MX,           z.example DNSKEY, SIGNATURE_WRONG",
        "MISSING_SIGNATURES, DNSKEY, z.example MX,           z.example DNSKEY, SIGNATURE_MISSING",
        "MISSING_SIGNATURES, MX,     z.example MX,           z.example MX,     SIGNATURE_MISSING",
        "EXPIRED_SIGNATURES, MX,     z.example MX,           z.example MX,     SIGNATURE_EXPIRED",
        "FUTURE_SIGNATURES,  MX,   z.example MX,          z.example MX,  SIGNATURE_NOT_YET_VALID",
        "CORRUPT_SIGNATURES, MX,     z.example MX,           z.example MX,     SIGNATURE_WRONG",
        "EXPIRED_SIGNATURES, NSEC,   z.example AAAA,         z.example NSEC,   SIGNATURE_EXPIRED",
        "MISSING_SIGNATURES, NSEC,   z.example AAAA,         z.example NSEC,   SIGNATURE_MISSING",
        "CORRUPT_SIGNATURES, SOA,    z.example AAAA,         z.example SOA,    SIGNATURE_WRONG",
        "MISSING_DENIAL,     '',     z.example AAAA,         z.example AAAA,   DENIAL_MISSING",
        "WRONG_DENIAL,       '',     z.example AAAA,         z.example AAAA,   DENIAL_WRONG",
        "MISSING_DENIAL,     '',     no.z.example A,         no.z.example A,   DENIAL_MISSING",
        "WRONG_DENIAL,       '',     no.z.example A,         no.z.example A,   DENIAL_WRONG",
        "MISSING_DENIAL,     '',  x.wild.z.example TXT,  x.wild.z.example TXT, DENIAL_MISSING",
        "WRONG_DENIAL,       '',  x.wild.z.example TXT,  x.wild.z.example TXT, DENIAL_WRONG",
    })
    void theBrokenLinkIsNamed(
            DnssecFlaw flaw, String types, String question, String link, Fault fault) {
        Zone broken = zone().flaw(flaw, types.isEmpty() ? new String[0] : new String[] {types});
        try (Lab lab = Lab.of(plan(broken))) {
            assertBroken(security(lab, question), link, fault);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DnssecFlaw.class,
            names = {"MISSING_DENIAL", "WRONG_DENIAL"})
    void hashedDenialThatProvesNothingIsNamedToo(DnssecFlaw flaw) {
        try (Lab lab = Lab.of(plan(zone().nsec3(0).flaw(flaw)))) {
            Fault fault =
                    flaw == DnssecFlaw.MISSING_DENIAL ? Fault.DENIAL_MISSING : Fault.DENIAL_WRONG;
            assertBroken(security(lab, "z.example AAAA"), "z.example AAAA", fault);
            assertBroken(security(lab, "no.z.example A"), "no.z.example A", fault);
        }
    }

    @Test
    void aLinkHigherUpIsTheZoneAbovesFault() {
        Zone above = Zone.signed("z.example", RECORDS).flaw(DnssecFlaw.EXPIRED_SIGNATURES, "DS");
        Zone below = Zone.signed("sub.z.example", "@ MX 0 .");
        try (Lab lab = Lab.of(plan(above).zone(below))) {
            assertBroken(
                    security(lab, "sub.z.example MX"), "sub.z.example DS", Fault.SIGNATURE_EXPIRED);
        }
    }

    @Test
    void anAliasIntoABrokenZoneIsPutToThatZone() {
        WorldPlan plan =
                Lab.plan()
                        .zone(zone())
                        .zone(
                                Zone.signed("other.example", "host A 192.0.2.20")
                                        .flaw(DnssecFlaw.EXPIRED_SIGNATURES, "A"));
        try (Lab lab = Lab.of(plan)) {
            assertThat(security(lab, "away.z.example A").broken())
                    .hasValueSatisfying(broken -> {
                        assertThat(broken.zone()).isEqualTo(DnsName.of("other.example"));
                        assertThat(broken.link()).isEqualTo("host.other.example A");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"RSASHA1", "RSASHA1_NSEC3", "RSASHA256", "ECDSAP256SHA256", "ED25519", "ED448"})
    void everyAlgorithmInUseIsValidated(SigningAlgorithm algorithm) {
        try (Lab lab = Lab.of(plan(zone().algorithm(algorithm)))) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.SECURE);
            assertThat(security(lab, "no.z.example A").state()).isEqualTo(State.SECURE);
        }
        try (Lab lab =
                Lab.of(
                        plan(
                                zone().algorithm(algorithm)
                                        .flaw(DnssecFlaw.CORRUPT_SIGNATURES, "MX")))) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.BOGUS);
        }
    }

    @Test
    void whatNobodyCanComputeIsAsGoodAsUnsigned() {
        for (Zone zone :
                new Zone[] {
                    zone().algorithm(SigningAlgorithm.UNASSIGNED),
                    zone().flaw(DnssecFlaw.UNKNOWN_DS_DIGEST)
                }) {
            try (Lab lab = Lab.of(plan(zone))) {
                assertThat(security(lab, "z.example MX").state()).isEqualTo(State.INSECURE);
                assertThat(security(lab, "z.example DS").state()).isEqualTo(State.SECURE);
            }
        }
    }

    @Test
    void anOldDigestStillHolds() {
        try (Lab lab = Lab.of(plan(zone().flaw(DnssecFlaw.SHA1_DS_DIGEST)))) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.SECURE);
        }
    }

    @Test
    void anUnsignedChildOfASignedZoneIsInsecure() {
        for (Zone parent :
                new Zone[] {
                    zone(), zone().denial(new Denial.Nsec3(0, "", true)), zone().nsec3(0)
                }) {
            WorldPlan plan = plan(parent).zone(Zone.unsigned("sub.z.example", "@ MX 0 ."));
            try (Lab lab = Lab.of(plan)) {
                assertThat(security(lab, "sub.z.example MX").state()).isEqualTo(State.INSECURE);
                assertThat(security(lab, "z.example MX").state()).isEqualTo(State.SECURE);
            }
        }
    }

    @Test
    void howAbsenceIsProvenIsSeen() {
        try (Lab lab = Lab.of(plan(zone().denial(new Denial.Nsec3(5, "abcd", true))))) {
            assertThat(security(lab, "z.example AAAA").denial())
                    .contains(new dev.mailcheck.dns.Denial(true, 5, 2, true));
        }
        try (Lab lab = Lab.of(plan(zone()))) {
            assertThat(security(lab, "z.example AAAA").denial())
                    .contains(new dev.mailcheck.dns.Denial(false, 0, 0, false));
            assertThat(security(lab, "z.example MX").denial()).isEmpty();
        }
    }

    /** The resolver, or the way to it, breaks what is sound. */
    @ParameterizedTest
    @ValueSource(strings = {"z.example MX", "z.example AAAA", "no.z.example A"})
    void whatOnlyTheResolverBreaksIsJudgedByTheOwnServers(String question) {
        Resolver resolver =
                Resolver.plain().when(QuestionMatch.under("z.example"), DnsFault.stripDnssec());
        try (Lab lab = Lab.of(plan(zone()).resolver(resolver))) {
            Security security = security(lab, question);
            assertThat(security.state()).isEqualTo(State.SECURE);
            assertThat(security.atOwnServers()).isTrue();
        }
    }

    /** An attacker's answer must not be lent the own servers' good name. */
    @Test
    void whatTheResolverForgesIsNotSecureBecauseTheTruthIs() {
        Resolver forging =
                Resolver.plain()
                        .when(
                                QuestionMatch.of("mx1.z.example", "A"),
                                DnsFault.replaced("mx1.z.example. 60 A 203.0.113.66"));
        try (Lab lab = Lab.of(plan(zone()).resolver(forging))) {
            Security security = security(lab, "mx1.z.example A");
            assertThat(security.state()).isEqualTo(State.UNKNOWN);
            assertThat(security.detail()).startsWith("RESOLVER_CHANGES_ANSWERS: mx1.z.example A");
        }
    }

    /** The resolver shows an inside view, so the own servers' answers are judged, and validated. */
    @Test
    void whatOwnServersSayInTheResolversSteadIsValidated() {
        Resolver inside =
                Resolver.plain()
                        .when(
                                QuestionMatch.of("z.example", "MX"),
                                DnsFault.replaced("z.example. 60 MX 10 exchange.z.example."));
        for (boolean broken : new boolean[] {false, true}) {
            Zone zone = broken ? zone().flaw(DnssecFlaw.EXPIRED_SIGNATURES) : zone();
            try (Lab lab = Lab.of(plan(zone).resolver(inside));
                    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Dns dns =
                        new OwnServersDns(
                                lab.dns,
                                new Domain("z.example"),
                                executor,
                                Deadline.in(Duration.ofSeconds(30)));
                DnsName name = DnsName.of("z.example");

                assertThat(dns.get(name, RecordType.MX).data()).containsExactly("10 mx1.z.example");
                assertThat(dns.security(name, RecordType.MX).get().state())
                        .isEqualTo(broken ? State.BOGUS : State.SECURE);
            }
        }
    }

    /** Nobody else serves "test", so its own servers may be believed where there are any. */
    @Test
    void aNameForTestsIsBogusWhereItsOwnServersSayTheSame() {
        Zone broken = Zone.signed("z.test", RECORDS).flaw(DnssecFlaw.EXPIRED_SIGNATURES);
        try (Lab lab = Lab.of(Lab.plan().zone(broken))) {
            assertThat(security(lab, "z.test MX").state()).isEqualTo(State.BOGUS);
        }
    }

    @Test
    void oneSoundServerIsEnough() {
        WorldPlan plan =
                plan(zone().flaw(DnssecFlaw.EXPIRED_SIGNATURES))
                        .nameserver("192.0.2.53", Nameserver.serving(zone()));
        try (Lab lab = Lab.of(plan)) {
            assertThat(security(lab, "z.example MX").state()).isEqualTo(State.SECURE);
        }
    }

    @Test
    void whereNoOwnServerAnswersNothingIsBogus() {
        WorldPlan plan =
                plan(zone().flaw(DnssecFlaw.EXPIRED_SIGNATURES))
                        .nameserver("192.0.2.53", Nameserver.lame())
                        .nameserver("198.51.100.153", Nameserver.lame());
        try (Lab lab = Lab.of(plan, Duration.ofSeconds(30))) {
            Security security = security(lab, "z.example MX");
            assertThat(security.state()).isEqualTo(State.UNKNOWN);
            assertThat(security.detail()).startsWith("BOGUS_NOT_CONFIRMED: z.example MX");
        }
    }
}
