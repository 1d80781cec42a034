package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What the checks of one run have in common. */
class Port25Test {
    private static final Deadline FAR = Deadline.in(Duration.ofMinutes(2));
    private static final List<ControlHost> CONTROL =
            List.of(new ControlHost("control.example", 25));

    private final Port25 port25 = new Port25();

    @Test
    void twoChecksShareTheSeatsOfAnAddress() throws Exception {
        MailServer server = new MailServer("mx.example", "192.0.2.1", 25);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(2);
        Callable<Boolean> check =
                () ->
                        new Manners(FAR, port25, List.of(server))
                                .inTurn(
                                        server,
                                        () -> {
                                            most.accumulateAndGet(
                                                    running.incrementAndGet(), Math::max);
                                            full.countDown();
                                            awaitQuietly(full);
                                            return running.getAndDecrement() > 0;
                                        })
                                .isPresent();

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : executor.invokeAll(List.of(check, check, check, check, check))) {
                assertThat(ended.get()).isTrue();
            }
        }
        assertThat(most).hasValue(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoComesLaterToAControlHostGetsWhatTheFirstBroughtBack() {
        List<SmtpSession> said = List.of(SmtpSession.notBegun("control.example", "192.0.2.9"));

        assertThat(port25.control(CONTROL, FAR, () -> said)).isEqualTo(said);
        assertThat(port25.control(CONTROL, FAR, List::of)).isEqualTo(said);
    }

    @Test
    void aSessionThatToldSomethingIsHeldOnceForAllChecks() {
        SmtpSession told = greeted();
        SmtpSession nothing = SmtpSession.notBegun("mx.example", "192.0.2.1");

        assertThat(port25.once("at a", FAR, () -> told)).isEqualTo(told);
        assertThat(port25.once("at a", FAR, () -> nothing)).isEqualTo(told);
        assertThat(port25.once("at b", FAR, () -> nothing)).isEqualTo(nothing);
        assertThat(port25.once("at b", FAR, () -> told)).isEqualTo(told);
    }

    private static SmtpSession greeted() {
        return new SmtpSession(
                "mx.example",
                "192.0.2.1",
                Optional.empty(),
                Optional.of(Greeting.READY),
                1,
                List.of(new SmtpExchange(SmtpStep.BANNER, new SmtpReply(220, List.of("mx")))),
                false,
                Optional.empty(),
                Optional.empty(),
                "192.0.2.99",
                List.of());
    }

    @Test
    void nobodyWaitsForAControlHostBeyondTheDeadline() throws Exception {
        CountDownLatch visited = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.execute(() ->
                    port25.control(
                            CONTROL,
                            FAR,
                            () -> {
                                visited.countDown();
                                awaitQuietly(over);
                                return List.of();
                            }));
            visited.await();

            assertThat(port25.control(CONTROL, Deadline.in(Duration.ofMillis(20)), List::of))
                    .isEmpty();
            over.countDown();
        }
    }
}
