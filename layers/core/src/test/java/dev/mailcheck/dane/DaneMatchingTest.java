package dev.mailcheck.dane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dane.DaneResult.Fault;
import dev.mailcheck.dane.DaneResult.Match;
import dev.mailcheck.dane.DaneResult.Miss;
import dev.mailcheck.dane.DaneResult.NoMatch;
import dev.mailcheck.dane.DaneResult.Unusable;
import dev.mailcheck.world.tls.CertificateAuthority;
import dev.mailcheck.world.tls.CertificateSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class DaneMatchingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final CertificateAuthority CA = new CertificateAuthority(NOW);
    private static final String HOST = "mx.example.com";
    private static final CertificateSpec SOUND = CertificateSpec.sound(HOST);
    private static final CertificateSpec OTHER = CertificateSpec.sound("old.example.com");

    private static ServedChain served(CertificateSpec spec) {
        return ServedChain.of(base64(spec), List.of(HOST, "example.com"), NOW);
    }

    private static List<String> base64(CertificateSpec spec) {
        return CA.issue(spec).chain().stream().map(DaneMatchingTest::base64).toList();
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TlsaRecord record(CertificateSpec spec, int usage, int selector, int type) {
        return TlsaRecord.parse(CA.tlsa(spec, usage, selector, type)).orElseThrow();
    }

    private static DaneResult match(CertificateSpec shown, TlsaRecord... records) {
        return DaneMatching.of(List.of(records), served(shown));
    }

    private static Fault fault(DaneResult result) {
        assertThat(result).isInstanceOf(NoMatch.class);
        return ((NoMatch) result).misses().getLast().fault();
    }

    @ParameterizedTest
    @CsvSource({
        "3,0,0", "3,0,1", "3,0,2", "3,1,0", "3,1,1", "3,1,2",
        "2,0,0", "2,0,1", "2,0,2", "2,1,0", "2,1,1", "2,1,2"
    })
    void everyFormOfARecordFitsWhatItNamesAndNothingElse(int usage, int selector, int type) {
        TlsaRecord record = record(SOUND, usage, selector, type);

        assertThat(match(SOUND, record)).isInstanceOfSatisfying(Match.class, m -> {});
        assertThat(match(SOUND.selfSigned().key(CertificateSpec.Key.RSA_2048), record))
                .isInstanceOf(NoMatch.class);
    }

    @ParameterizedTest
    @MethodSource("oddCertificates")
    void aNamedCertificateNeedsNeitherNameNorDatesNorAuthority(
            UnaryOperator<CertificateSpec> fault) {
        CertificateSpec odd = fault.apply(SOUND);

        assertThat(match(odd, record(odd, 3, 1, 1))).isInstanceOf(Match.class);
    }

    static Stream<UnaryOperator<CertificateSpec>> oddCertificates() {
        return Stream.of(
                CertificateSpec::selfSigned,
                CertificateSpec::untrusted,
                CertificateSpec::expired,
                CertificateSpec::notYetValid,
                CertificateSpec::missingIntermediate,
                spec -> spec.named("elsewhere.example"));
    }

    @Test
    void anAuthorityNeedNotBePublic() {
        CertificateSpec untrusted = SOUND.untrusted();

        assertThat(match(untrusted, record(untrusted, 2, 1, 1))).isInstanceOf(Match.class);
    }

    @Test
    void underANamedAuthorityNameAndDatesCount() {
        assertThat(fault(match(SOUND.expired(), record(SOUND, 2, 1, 1)))).isEqualTo(Fault.EXPIRED);
        assertThat(fault(match(SOUND.notYetValid(), record(SOUND, 2, 1, 1))))
                .isEqualTo(Fault.NOT_YET_VALID);
        assertThat(fault(match(SOUND.named("elsewhere.example"), record(SOUND, 2, 1, 1))))
                .isEqualTo(Fault.NAME_MISMATCH);
        assertThat(match(SOUND.named("example.com"), record(SOUND, 2, 1, 1)))
                .isInstanceOf(Match.class);
    }

    @Test
    void anAuthorityThatIsNotSentFitsOnlyWhereTheRecordHoldsItWhole() {
        CertificateSpec alone = SOUND.missingIntermediate();

        assertThat(fault(match(alone, record(SOUND, 2, 1, 1)))).isEqualTo(Fault.AUTHORITY_NOT_SENT);
        assertThat(fault(match(alone, record(SOUND, 2, 0, 2)))).isEqualTo(Fault.AUTHORITY_NOT_SENT);
        assertThat(match(alone, record(SOUND, 2, 0, 0))).isInstanceOf(Match.class);
        assertThat(match(alone, record(SOUND, 2, 1, 0))).isInstanceOf(Match.class);
        assertThat(fault(match(alone, record(SOUND.untrusted(), 2, 1, 0))))
                .isEqualTo(Fault.AUTHORITY_NOT_SENT);
    }

    /** Anybody can send along an authority that has nothing to do with his certificate. */
    @Test
    void anAuthorityThatIsSentMustHaveSigned() {
        List<String> forged = new ArrayList<>(base64(SOUND.selfSigned()));
        forged.addAll(base64(SOUND).subList(1, 2));

        assertThat(
                        fault(
                                DaneMatching.of(
                                        List.of(record(SOUND, 2, 1, 1)),
                                        ServedChain.of(forged, List.of(HOST), NOW))))
                .isEqualTo(Fault.NO_PATH);
    }

    @Test
    void theServersOwnCertificateIsNoAuthority() {
        CertificateSpec selfSigned = SOUND.selfSigned();
        TlsaRecord own = record(selfSigned, 3, 0, 1);

        assertThat(fault(match(selfSigned, new TlsaRecord(2, 0, 1, own.association()))))
                .isEqualTo(Fault.AUTHORITY_NOT_SENT);
    }

    @Test
    void oneRecordOfSeveralIsEnough() {
        assertThat(match(SOUND, record(OTHER, 3, 1, 1), record(SOUND, 3, 1, 1)))
                .isEqualTo(new Match(record(SOUND, 3, 1, 1), true));
    }

    @Test
    void onlyTheStrongerDigestOfAKindCounts() {
        assertThat(match(SOUND, record(SOUND, 3, 1, 1), record(OTHER, 3, 1, 2)))
                .isEqualTo(
                        new NoMatch(
                                List.of(
                                        new Miss(record(SOUND, 3, 1, 1), Fault.WEAKER_DIGEST),
                                        new Miss(
                                                record(OTHER, 3, 1, 2), Fault.OTHER_CERTIFICATE))));
        assertThat(match(SOUND, record(SOUND, 3, 1, 1), record(OTHER, 3, 0, 2)))
                .isInstanceOf(Match.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 1 " + D256,
                "1 1 1 " + D256,
                "4 1 1 " + D256,
                "255 1 1 " + D256,
                "3 2 1 " + D256,
                "3 1 3 " + D256,
                "3 1 1 00",
                "3 1 2 " + D256,
                "3 1 0 ",
                "3 1 1"
            })
    void whatIsNotForMailOrMalformedIsUnusable(String data) {
        TlsaRecord record = TlsaRecord.parse(data).orElseThrow();

        assertThat(match(SOUND, record)).isEqualTo(new Unusable());
        assertThat(match(SOUND, record, record(OTHER, 3, 1, 1))).isInstanceOf(NoMatch.class);
    }

    private static final String D256 =
            "8bd862230b832f0bc302572109ec8739e7cb7e66b178305f459ad3433699d480";

    @Test
    void aRecordForAnotherKeyOrAnAuthorityIsASpare() {
        TlsaRecord present = record(SOUND, 3, 1, 1);

        assertThat(match(SOUND, present)).isEqualTo(new Match(present, false));
        assertThat(match(SOUND, present, record(SOUND, 3, 0, 1)))
                .isEqualTo(new Match(present, false));
        assertThat(match(SOUND, present, record(OTHER, 3, 1, 1)))
                .isEqualTo(new Match(present, true));
        assertThat(match(SOUND, present, record(SOUND, 2, 1, 1)))
                .isEqualTo(new Match(present, true));
    }

    @Test
    void theProposedRecordFits() {
        TlsaRecord proposed = ServedChain.recordOf(base64(SOUND).getFirst()).orElseThrow();

        assertThat(proposed).isEqualTo(record(SOUND, 3, 1, 1));
        assertThat(ServedChain.recordOf("AAAA")).isEmpty();
        assertThat(ServedChain.recordOf("no base64")).isEmpty();
    }

    @Test
    void certificatesAndRecordsOfAnyBytesThrowNothing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> sound = base64(SOUND);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Base64.getDecoder().decode(sound.getFirst());
            for (int j = random.nextInt(4); j >= 0; j--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            List<String> chain =
                    List.of(Base64.getEncoder().encodeToString(broken), sound.getLast());
            DaneResult result =
                    DaneMatching.of(
                            List.of(
                                    record(SOUND, 2, random.nextInt(2), random.nextInt(3)),
                                    record(SOUND, 3, 1, random.nextInt(3))),
                            ServedChain.of(chain, List.of(HOST), NOW));
            assertThat(result).as("seed %d", seed).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3 1", "3 1 1 xy", "a b c d", "3  1 1 00", "1000 1 1 00"})
    void otherTextIsNoRecord(String data) {
        assertThat(TlsaRecord.parse(data)).isEmpty();
    }
}
