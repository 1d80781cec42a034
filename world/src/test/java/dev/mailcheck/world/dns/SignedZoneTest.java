package dev.mailcheck.world.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.Digging;
import dev.mailcheck.world.World;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class SignedZoneTest {
    /** To an answer that is there, or to a validator that takes the zone for unsigned. */
    private static final Set<DnssecFlaw> HARMLESS =
            EnumSet.of(
                    DnssecFlaw.NO_DS,
                    DnssecFlaw.MISSING_DENIAL,
                    DnssecFlaw.WRONG_DENIAL,
                    DnssecFlaw.UNKNOWN_DS_DIGEST,
                    DnssecFlaw.SHA1_DS_DIGEST);

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private static final String RECORDS =
            """
            @       MX    10 mx1
            @       TXT   "v=spf1 mx -all"
            mx1     A     192.0.2.10
            alias   CNAME mx1
            *.wild  TXT   "any"
            a.b     A     192.0.2.11
            moved   DNAME other.example.
            """;

    private static final List<Zone> SOUND =
            List.of(
                    Zone.signed("z.example", RECORDS),
                    Zone.signed("z.example", RECORDS).algorithm(SigningAlgorithm.ED25519),
                    Zone.signed("z.example", RECORDS).algorithm(SigningAlgorithm.RSASHA256),
                    Zone.signed("z.example", RECORDS).nsec3(0),
                    Zone.signed("z.example", RECORDS).denial(new Denial.Nsec3(5, "abcd", false)));

    private static Stream<Zone> soundZones() {
        return SOUND.stream();
    }

    @ParameterizedTest
    @MethodSource("soundZones")
    void everyAnswerOfASoundZoneIsSecure(Zone zone) {
        List<String> questions =
                List.of(
                        "z.example MX",
                        "z.example SOA",
                        "z.example DNSKEY",
                        "z.example AAAA",
                        "alias.z.example A",
                        "alias.z.example AAAA",
                        "x.wild.z.example TXT",
                        "x.wild.z.example MX",
                        "b.z.example A",
                        "nothing.z.example A",
                        "x.y.nothing.z.example A",
                        "www.moved.z.example A");
        try (World world = world(zone)) {
            assertThat(questions)
                    .allSatisfy(question -> {
                        String[] words = question.split(" ", -1);
                        assertThat(Digging.validate(world, CLOCK, words[0], words[1]))
                                .isEqualTo("secure");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"z.example, MX, secure", "alias.z.example, A, secure", "no.z.example, A, insecure"})
    void anOptOutZoneProvesNoAbsence(String name, String type, String expected) {
        Zone zone = Zone.signed("z.example", RECORDS).denial(new Denial.Nsec3(0, "", true));
        try (World world = world(zone)) {
            assertThat(Digging.validate(world, CLOCK, name, type)).isEqualTo(expected);
        }
    }

    private static Stream<Arguments> questionsToUnsignedZones() {
        Zone plain = Zone.unsigned("z.example", RECORDS);
        Zone island = Zone.signed("z.example", RECORDS).flaw(DnssecFlaw.NO_DS);
        return Stream.of(
                Arguments.of(plain, "z.example", "MX"),
                Arguments.of(plain, "z.example", "AAAA"),
                Arguments.of(plain, "nothing.z.example", "A"),
                Arguments.of(plain, "x.wild.z.example", "TXT"),
                Arguments.of(island, "z.example", "MX"),
                Arguments.of(island, "nothing.z.example", "A"));
    }

    @ParameterizedTest
    @MethodSource("questionsToUnsignedZones")
    void everyAnswerOfAZoneWithoutDsIsInsecure(Zone zone, String name, String type) {
        try (World world = world(zone)) {
            assertThat(Digging.validate(world, CLOCK, name, type)).isEqualTo("insecure");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_DS,             MX, bogus",
        "CORRUPT_SIGNATURES,   MX, bogus",
        "MISSING_SIGNATURES,   MX, bogus",
        "EXPIRED_SIGNATURES,   MX, bogus",
        "FUTURE_SIGNATURES,    MX, bogus",
        "MISSING_DENIAL,       MX, secure",
        "MISSING_DENIAL,     AAAA, bogus",
    })
    void eachFlawBreaksWhatItNames(DnssecFlaw flaw, String type, String expected) {
        try (World world = world(Zone.signed("z.example", RECORDS).flaw(flaw))) {
            assertThat(Digging.validate(world, CLOCK, "z.example", type)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"MX, bogus", "TXT, secure", "AAAA, secure"})
    void aFlawOfOneTypeLeavesTheOthersAlone(String type, String expected) {
        Zone zone = Zone.signed("z.example", RECORDS).flaw(DnssecFlaw.CORRUPT_SIGNATURES, "MX");
        try (World world = world(zone)) {
            assertThat(Digging.validate(world, CLOCK, "z.example", type)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNASSIGNED")
    void everyAlgorithmSignsWhatItsKeyVerifies(SigningAlgorithm algorithm) throws Exception {
        try (World world = world(Zone.signed("z.example", RECORDS).algorithm(algorithm))) {
            Message mx = Digging.askForDnssec(world.resolver(), "z.example", "MX");
            Message key = Digging.askForDnssec(world.resolver(), "z.example", "DNSKEY");
            RRset signed = mx.getSectionRRsets(Section.ANSWER).getFirst();
            DNSKEYRecord dnskey =
                    (DNSKEYRecord) key.getSectionRRsets(Section.ANSWER).getFirst().first();
            assertThat(dnskey.getAlgorithm()).isEqualTo(algorithm.number());
            DNSSEC.verify(signed, signed.sigs().getFirst(), dnskey, CLOCK.instant());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ECDSAP256SHA256", "RSASHA256"})
    void aTrapHasManyKeysOfOneTagAndManySignatures(SigningAlgorithm algorithm) {
        Zone trap = Zone.signed("z.example", RECORDS).algorithm(algorithm).keyTrap(20);
        try (World world = world(trap)) {
            Message keys = Digging.askForDnssec(world.resolver(), "z.example", "DNSKEY");
            RRset rrset = keys.getSectionRRsets(Section.ANSWER).getFirst();
            assertThat(rrset.rrs())
                    .hasSize(21)
                    .extracting(key -> ((DNSKEYRecord) key).getFootprint())
                    .containsOnly(rrset.sigs().getFirst().getFootprint());
            assertThat(rrset.sigs()).hasSize(21);
        }
    }

    @ParameterizedTest
    @CsvSource({"47, secure", "49, bogus"})
    void signaturesEndWhenTold(int hoursLater, String expected) {
        Zone zone = Zone.signed("z.example", RECORDS).signaturesEndIn(Duration.ofDays(2));
        Clock later = Clock.offset(CLOCK, Duration.ofHours(hoursLater));
        try (World world = world(zone)) {
            assertThat(Digging.validate(world, later, "z.example", "MX")).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"example, bogus", "., bogus", "other.example, secure"})
    void aFlawHigherUpBreaksAllBelow(String origin, String expected) {
        Zone above = Zone.signed(origin, "").flaw(DnssecFlaw.CORRUPT_SIGNATURES, "DNSKEY");
        try (World world = World.plan(CLOCK).zone(above).zone("z.example", RECORDS).open()) {
            assertThat(Digging.validate(world, CLOCK, "z.example", "MX")).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theValidatingResolverAgreesWithARealValidator(DnssecFlaw flaw) {
        Zone zone = Zone.signed("z.example", RECORDS).flaw(flaw);
        try (World world = World.plan(CLOCK).zone(zone).resolver(Resolver.validating()).open()) {
            Message withCd = Digging.askForDnssec(world.resolver(), "z.example", "MX");
            Message without = Digging.ask(world.resolver(), "z.example", "MX");

            assertThat(withCd.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(without.getRcode())
                    .isEqualTo(HARMLESS.contains(flaw) ? Rcode.NOERROR : Rcode.SERVFAIL);
        }
    }

    private static World world(Zone zone) {
        return World.plan(CLOCK).zone(zone).zone("other.example", "www A 192.0.2.12").open();
    }
}
