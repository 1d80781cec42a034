package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Which sessions an address sees, how many at once, and what is left out. */
class ErrandLanesTest {
    private static final MailServer SERVER = new MailServer("mx.example", "192.0.2.1", 25);
    private static final SmtpScript NOTHING = dialogue -> {};

    private final List<String> held = Collections.synchronizedList(new ArrayList<>());

    private static SmtpSession session(long bannerMillis, int code, Optional<TlsFacts> tls) {
        return new SmtpSession(
                SERVER.host(),
                SERVER.address(),
                Optional.empty(),
                Optional.of(Greeting.READY),
                bannerMillis,
                List.of(new SmtpExchange(SmtpStep.BANNER, new SmtpReply(code, List.of("x")))),
                false,
                tls,
                Optional.empty(),
                "",
                List.of());
    }

    private static SmtpSession good() {
        return session(10, 220, Optional.of(tls(Optional.empty())));
    }

    private static TlsFacts tls(Optional<TlsFailure> failure) {
        return new TlsFacts(
                "sender",
                Optional.of("TLSv1.3"),
                Optional.of("TLS_AES_128_GCM_SHA256"),
                Optional.empty(),
                0,
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                0,
                List.of(),
                failure,
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static List<Errand> errands() {
        return new SmtpErrands("checker.example", SERVER).all();
    }

    /** A tour in which each session goes as this says, without a connection. */
    private TourLog.Seen tour(int quota, int hosts, Duration budget, SmtpTour.Visiting visiting) {
        Stop stop = new Stop(SERVER, Optional.empty());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return new SmtpTour(
                            Collections.nCopies(hosts, stop),
                            each -> NOTHING,
                            errands(),
                            Optional.empty(),
                            quota,
                            visiting,
                            Deadline.in(budget),
                            executor)
                    .run();
        }
    }

    private TourLog.Seen tour(int quota, SmtpTour.Visiting visiting) {
        return tour(quota, 1, Duration.ofMinutes(2), visiting);
    }

    private SmtpSession visit(
            SmtpScript script, Consumer<SmtpSession> halfway, SmtpSession outcome) {
        held.add(name(script));
        outcome.tls().ifPresent(tls -> halfway.accept(outcome));
        return outcome;
    }

    private static String name(SmtpScript script) {
        return script instanceof OfferScript offer ? offer.offer().name() : "sender";
    }

    private static List<SessionKind> kinds(TourLog.Seen seen) {
        return seen.further().stream().map(FurtherSession::kind).toList();
    }

    private static List<String> skipped(TourLog.Seen seen) {
        return seen.skipped().stream().map(each -> each.kind() + " " + each.reason()).toList();
    }

    @Test
    void aQuickServerIsAskedForEverything() {
        TourLog.Seen seen = tour(6, (server, script, halfway) -> visit(script, halfway, good()));

        assertThat(seen.sessions()).hasSize(1);
        // The old versions are taken, so SSL 3.0 is asked for alone.
        assertThat(kinds(seen))
                .containsExactly(
                        SessionKind.TLS12_MODERN,
                        SessionKind.BROKEN_SUITES,
                        SessionKind.OLD_VERSIONS,
                        SessionKind.DATED_SUITES,
                        SessionKind.SSL3);
        assertThat(held).hasSize(6);
    }

    @Test
    void nothingIsAskedBeforeTheSendersHandshakeIsOver() {
        CountDownLatch early = new CountDownLatch(1);

        TourLog.Seen seen =
                tour(
                        6,
                        (server, script, halfway) -> {
                            if (!name(script).equals("sender")) {
                                early.countDown();
                                return good();
                            }
                            assertThat(early.getCount()).isEqualTo(1);
                            halfway.accept(good());
                            assertThat(wait(early)).isTrue();
                            return good();
                        });

        assertThat(kinds(seen)).isNotEmpty();
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whatTheQuotaLeavesOutIsTheLeastImportantAndNamed() {
        TourLog.Seen seen = tour(3, (server, script, halfway) -> visit(script, halfway, good()));

        assertThat(kinds(seen))
                .containsExactly(SessionKind.TLS12_MODERN, SessionKind.BROKEN_SUITES);
        assertThat(skipped(seen)).containsExactly("OLD_VERSIONS MANNERS", "DATED_SUITES MANNERS");
    }

    @Test
    void sixHostsOfOneAddressUseItUpAndTheSeventhIsLeftOut() {
        TourLog.Seen seen =
                tour(
                        6,
                        7,
                        Duration.ofMinutes(2),
                        (server, script, halfway) -> visit(script, halfway, good()));

        assertThat(held).hasSize(6).containsOnly("sender");
        assertThat(skipped(seen)).contains("SENDER MANNERS", "TLS12_MODERN MANNERS");
    }

    @Test
    void aSlowServerIsAskedOnceMoreAndNotAtTheSameTime() {
        SmtpSession slow = session(5001, 220, Optional.of(tls(Optional.empty())));

        TourLog.Seen seen = tour(6, (server, script, halfway) -> visit(script, halfway, slow));

        assertThat(held).containsExactly("sender", "tls12-modern");
        assertThat(skipped(seen))
                .containsExactly(
                        "BROKEN_SUITES SLOW_OR_BUSY",
                        "OLD_VERSIONS SLOW_OR_BUSY",
                        "DATED_SUITES SLOW_OR_BUSY");
    }

    @Test
    void aSlowServerIsNotAskedOnceMoreWhereTimeIsShort() {
        SmtpSession slow = session(5001, 220, Optional.of(tls(Optional.empty())));

        TourLog.Seen seen =
                tour(
                        6,
                        1,
                        Duration.ofSeconds(20),
                        (server, script, halfway) -> visit(script, halfway, slow));

        assertThat(kinds(seen)).isEmpty();
        assertThat(skipped(seen)).contains("TLS12_MODERN DEADLINE");
    }

    @Test
    void aServerThatSays421IsAskedNoMore() {
        SmtpSession busy = session(10, 421, Optional.empty());

        TourLog.Seen seen =
                tour(
                        6,
                        (server, script, halfway) ->
                                visit(
                                        script,
                                        halfway,
                                        name(script).equals("sender") ? good() : busy));

        assertThat(held.size()).isBetween(2, 3);
        assertThat(skipped(seen)).contains("DATED_SUITES SLOW_OR_BUSY");
    }

    @Test
    void whereTheSenderGetsNoTlsNothingElseIsTried() {
        SmtpSession plain = session(10, 220, Optional.empty());

        tour(6, (server, script, halfway) -> visit(script, halfway, plain));

        assertThat(held).containsExactly("sender");
    }

    @Test
    void aHandshakeThatHangsIsTriedTwiceAndNothingElseIs() {
        SmtpSession hangs = session(10, 220, Optional.of(tls(Optional.of(TlsFailure.TIMEOUT))));

        TourLog.Seen seen = tour(6, (server, script, halfway) -> visit(script, halfway, hangs));

        assertThat(held).containsExactly("sender", "sender");
        assertThat(seen.sessions()).hasSize(2);
    }

    @Test
    void aHandshakeThatIsRefusedLeavesTheQuestionWhatIsTaken() {
        SmtpSession refused = session(10, 220, Optional.of(tls(Optional.of(TlsFailure.ALERT))));

        tour(6, (server, script, halfway) -> visit(script, halfway, refused));

        assertThat(held)
                .containsExactlyInAnyOrder(
                        "sender", "tls12-modern", "broken-suites", "old-versions", "dated-suites");
    }
}
