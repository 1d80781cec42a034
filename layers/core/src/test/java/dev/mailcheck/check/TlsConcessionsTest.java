package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.TlsParameters.Judged;
import dev.mailcheck.probe.FurtherSession;
import dev.mailcheck.probe.SessionKind;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of offers that were taken, refused, or not answered at all. */
class TlsConcessionsTest {
    private static final String HOST = "mx.example";
    private static final String ADDRESS = "192.0.2.1";
    private static final Vantage OPEN =
            Vantage.of(
                    Port25.seen(
                            Port25.control(
                                    false, true, Port25.sound(Port25.CONTROL, "198.51.100.1"))));

    private static FurtherSession session(SessionKind kind, TlsFacts facts) {
        return new FurtherSession(kind, Port25.showing(HOST, ADDRESS, facts));
    }

    private static FurtherSession taken(SessionKind kind, String version, String suite) {
        return session(
                kind, facts(Optional.of(TlsFailure.CHOICE_SEEN), version, suite, 0, false, true));
    }

    private static FurtherSession ended(SessionKind kind, TlsFailure failure) {
        return session(kind, facts(Optional.of(failure), "", "", 0, false, true));
    }

    private static TlsFacts facts(
            Optional<TlsFailure> failure,
            String version,
            String suite,
            int groupBits,
            boolean compressed,
            boolean sound) {
        return new TlsFacts(
                "offer",
                Optional.of(version).filter(text -> !text.isEmpty()),
                Optional.of(suite).filter(text -> !text.isEmpty()),
                groupBits > 0 ? Optional.of("dh") : Optional.empty(),
                groupBits,
                sound,
                Optional.of(sound),
                compressed,
                Optional.empty(),
                0,
                0,
                List.of(),
                failure,
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static List<Judged> judge(FurtherSession... sessions) {
        return new TlsConcessions(List.of(sessions), OPEN).judge();
    }

    private static Set<FindingCode> codes(FurtherSession... sessions) {
        return Stream.of(judge(sessions))
                .flatMap(List::stream)
                .map(Judged::code)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "OLD_VERSIONS, INBOUND_TLS_OLD_VERSIONS_REFUSED",
        "BROKEN_SUITES, INBOUND_TLS_BROKEN_CIPHERS_REFUSED",
        "DATED_SUITES, INBOUND_TLS_DATED_CIPHERS_REFUSED"
    })
    void aRefusalIsGoodWhetherSaidOrShownByHangingUp(SessionKind kind, FindingCode good) {
        assertThat(codes(ended(kind, TlsFailure.ALERT))).containsExactly(good);
        assertThat(codes(ended(kind, TlsFailure.CLOSED))).containsExactly(good);
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsFailure.class,
            names = {"CHOICE_SEEN", "ALERT", "CLOSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whateverElseEndsAHandshakeSaysNothing(TlsFailure failure) {
        assertThat(codes(ended(SessionKind.OLD_VERSIONS, failure)))
                .containsExactly(INBOUND_TLS_OLD_VERSIONS_NOT_SEEN);
        assertThat(codes(ended(SessionKind.BROKEN_SUITES, failure)))
                .containsExactly(INBOUND_TLS_BROKEN_CIPHERS_NOT_SEEN);
        assertThat(codes(ended(SessionKind.DATED_SUITES, failure)))
                .containsExactly(INBOUND_TLS_DATED_CIPHERS_NOT_SEEN);
    }

    @Test
    void aServerThatIsBusyByThenIsNoGoodOne() {
        SmtpSession busy =
                Port25.replying(
                        HOST,
                        ADDRESS,
                        List.of(
                                new SmtpExchange(
                                        SmtpStep.BANNER, new SmtpReply(421, List.of("later")))));

        List<Judged> judged = judge(new FurtherSession(SessionKind.OLD_VERSIONS, busy));

        assertThat(judged)
                .extracting(Judged::code)
                .containsExactly(INBOUND_TLS_OLD_VERSIONS_NOT_SEEN);
        assertThat(judged.getFirst().arguments()).containsEntry("reason", "BUSY");
    }

    @Test
    void aSessionThatNeverBeganIsNoGoodOne() {
        SmtpSession unreached = Port25.unreached(HOST, ADDRESS);

        assertThat(judge(new FurtherSession(SessionKind.BROKEN_SUITES, unreached)))
                .extracting(judged -> judged.arguments().get("reason"))
                .containsExactly("TIMEOUT");
    }

    @Test
    void ofWhatWasNotAskedNothingIsSaid() {
        assertThat(codes()).isEmpty();
        assertThat(codes(ended(SessionKind.TLS12_MODERN, TlsFailure.ALERT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN_SUITES, TLSv1.2, TLS_RSA_WITH_RC4_128_SHA, INBOUND_TLS_BROKEN_CIPHER_ACCEPTED",
        "BROKEN_SUITES, TLSv1.2, TLS_RSA_WITH_NULL_SHA, INBOUND_TLS_BROKEN_CIPHER_ACCEPTED",
        "BROKEN_SUITES, TLSv1.2, TLS_RSA_WITH_DES_CBC_SHA, INBOUND_TLS_BROKEN_CIPHER_ACCEPTED",
        "BROKEN_SUITES, TLSv1.2, TLS_DH_anon_EXPORT_WITH_RC4_40_MD5,"
                + " INBOUND_TLS_BROKEN_CIPHER_ACCEPTED",
        "BROKEN_SUITES, TLSv1.2, TLS_RSA_WITH_3DES_EDE_CBC_SHA, INBOUND_TLS_DATED_CIPHER_ACCEPTED",
        "BROKEN_SUITES, TLSv1.2, TLS_DH_anon_WITH_AES_128_GCM_SHA256,"
                + " INBOUND_TLS_DATED_CIPHER_ACCEPTED",
        "DATED_SUITES, TLSv1.2, TLS_RSA_WITH_AES_128_GCM_SHA256, INBOUND_TLS_DATED_CIPHER_ACCEPTED",
        "DATED_SUITES, TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,"
                + " INBOUND_TLS_DATED_CIPHER_ACCEPTED",
        "OLD_VERSIONS, TLSv1.0, TLS_RSA_WITH_AES_128_CBC_SHA, INBOUND_TLS_OLD_VERSION_ACCEPTED",
        "OLD_VERSIONS, TLSv1.1, TLS_RSA_WITH_AES_128_CBC_SHA, INBOUND_TLS_OLD_VERSION_ACCEPTED",
        "OLD_VERSIONS, SSLv3, TLS_RSA_WITH_AES_128_CBC_SHA, INBOUND_TLS_SSL3_ACCEPTED",
        "SSL3, SSLv3, TLS_RSA_WITH_AES_128_CBC_SHA, INBOUND_TLS_SSL3_ACCEPTED"
    })
    void whatIsTakenIsToldOnce(SessionKind kind, String version, String suite, FindingCode bad) {
        assertThat(codes(taken(kind, version, suite))).containsExactly(bad);
    }

    @Test
    void whoTakesDheWithGcmSaysNothingOfCbc() {
        assertThat(
                        codes(
                                taken(
                                        SessionKind.DATED_SUITES,
                                        "TLSv1.2",
                                        "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256")))
                .isEmpty();
    }

    @Test
    void whoPicksTripleDesSaysNothingOfRc4() {
        assertThat(
                        codes(
                                taken(
                                        SessionKind.BROKEN_SUITES,
                                        "TLSv1.2",
                                        "TLS_RSA_WITH_3DES_EDE_CBC_SHA")))
                .doesNotContain(INBOUND_TLS_BROKEN_CIPHERS_REFUSED);
    }

    @Test
    void anAnonymousSuiteKeepsTheOthersFromBeingCalledRefused() {
        assertThat(
                        codes(
                                taken(
                                        SessionKind.BROKEN_SUITES,
                                        "TLSv1.2",
                                        "TLS_DH_anon_WITH_AES_128_CBC_SHA"),
                                ended(SessionKind.DATED_SUITES, TlsFailure.ALERT)))
                .containsExactly(INBOUND_TLS_DATED_CIPHER_ACCEPTED);
    }

    @Test
    void anOldVersionSeenAnywhereKeepsTheOldOnesFromBeingCalledRefused() {
        assertThat(
                        codes(
                                taken(
                                        SessionKind.BROKEN_SUITES,
                                        "TLSv1.0",
                                        "TLS_RSA_WITH_RC4_128_SHA"),
                                ended(SessionKind.OLD_VERSIONS, TlsFailure.ALERT)))
                .containsExactlyInAnyOrder(
                        INBOUND_TLS_OLD_VERSION_ACCEPTED, INBOUND_TLS_BROKEN_CIPHER_ACCEPTED);
    }

    @Test
    void theSmallestOfAllGroupsAndCompressionAreSeenWhereverTheyAreTaken() {
        Optional<TlsFailure> seen = Optional.of(TlsFailure.CHOICE_SEEN);
        String suite = "TLS_DHE_RSA_WITH_AES_128_CBC_SHA";

        assertThat(
                        codes(
                                session(
                                        SessionKind.DATED_SUITES,
                                        facts(seen, "TLSv1.2", suite, 1024, false, true))))
                .contains(INBOUND_TLS_DH_GROUP_SHORT);
        assertThat(
                        codes(
                                session(
                                        SessionKind.OLD_VERSIONS,
                                        facts(seen, "TLSv1.0", suite, 768, true, true))))
                .contains(INBOUND_TLS_DH_GROUP_TOO_SHORT, INBOUND_TLS_COMPRESSION);
    }

    @Test
    void whatTls12LacksBesideTls13IsSeen() {
        TlsFacts lacking =
                facts(
                        Optional.empty(),
                        "TLSv1.2",
                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                        0,
                        false,
                        false);

        assertThat(codes(session(SessionKind.TLS12_MODERN, lacking)))
                .containsExactlyInAnyOrder(
                        INBOUND_TLS_NO_EXTENDED_MASTER_SECRET, INBOUND_TLS_RENEGOTIATION_INSECURE);
    }

    @Test
    void ofAServerThatTakesNothingGoodOnlyTheBadIsTold() {
        TlsConcessions concessions =
                new TlsConcessions(
                        List.of(
                                taken(
                                        SessionKind.BROKEN_SUITES,
                                        "TLSv1.0",
                                        "TLS_RSA_WITH_RC4_128_SHA"),
                                ended(SessionKind.DATED_SUITES, TlsFailure.ALERT)),
                        OPEN);

        assertThat(concessions.judgeWithoutGood(true))
                .extracting(Judged::code)
                .containsExactly(INBOUND_TLS_BROKEN_CIPHER_ACCEPTED);
        assertThat(concessions.judgeWithoutGood(false))
                .extracting(Judged::code)
                .containsExactly(
                        INBOUND_TLS_OLD_VERSION_ACCEPTED, INBOUND_TLS_BROKEN_CIPHER_ACCEPTED);
    }
}
