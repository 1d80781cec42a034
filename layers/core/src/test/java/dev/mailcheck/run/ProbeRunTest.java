package dev.mailcheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.ProbeFailure;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.TlsRptObservation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

class ProbeRunTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final DnsAnswer NONE = new DnsAnswer.Absent(true, List.of());
    private static final MxObservation MX =
            new MxObservation(NONE, false, false, List.of(), List.of());
    private static final TlsRptObservation TLS_RPT = new TlsRptObservation("a.example", NONE);

    private final TestDoors testDoors = new TestDoors();
    private final List<Observations> changes = new ArrayList<>();

    /** A probe made of a function of what was seen before it. */
    private record Scripted<O extends Observation>(
            Class<O> observes,
            Set<Class<? extends Observation>> needs,
            Function<Observations, O> script)
            implements Probe<O> {
        @Override
        public O observe(Target target, Observations before, Doors doors) {
            return script.apply(before);
        }
    }

    @AfterEach
    void close() {
        testDoors.close();
    }

    @Test
    void allProbesEndAndAllIsSeen() {
        assertThat(run(LONG, mx(before -> MX), tlsRpt(Set.of(), before -> TLS_RPT)))
                .containsExactlyInAnyOrder(MX, TLS_RPT);
    }

    @Test
    void probesThatNeedNothingRunSideBySide() {
        CyclicBarrier bothRun = new CyclicBarrier(2);

        assertThat(
                        run(
                                LONG,
                                mx(before -> meet(bothRun, MX)),
                                tlsRpt(Set.of(), before -> meet(bothRun, TLS_RPT))))
                .containsExactlyInAnyOrder(MX, TLS_RPT);
    }

    @Test
    void aProbeStartsOnlyWhenWhatItNeedsStands() {
        assertThat(
                        run(
                                LONG,
                                tlsRpt(
                                        Set.of(MxObservation.class),
                                        before ->
                                                new TlsRptObservation(
                                                        before.get(MxObservation.class).toString(),
                                                        NONE)),
                                mx(before -> MX)))
                .containsExactly(MX, new TlsRptObservation(MX.toString(), NONE));
    }

    @Test
    void whoeverListensHearsOfEachThatEndedBeforeTheLast() {
        run(LONG, mx(before -> MX), tlsRpt(Set.of(MxObservation.class), before -> TLS_RPT));

        assertThat(changes).containsExactly(new Observations(List.of(MX)));
    }

    @Test
    void aProbeThatThrowsHarmsNoOther() {
        List<Observation> seen =
                run(
                        LONG,
                        mx(before -> {
                            throw new IllegalStateException("a bug");
                        }),
                        tlsRpt(Set.of(), before -> TLS_RPT));

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        TLS_RPT,
                        new ProbeFailure(
                                "MxObservation",
                                "INTERNAL_ERROR",
                                "java.lang.IllegalStateException: a bug"));
    }

    @Test
    void anErrorOfTheMachineIsAFailureOfTheProbeToo() {
        assertThat(
                        run(
                                LONG,
                                mx(before -> {
                                    throw new StackOverflowError();
                                })))
                .containsExactly(
                        new ProbeFailure(
                                "MxObservation", "INTERNAL_ERROR", "java.lang.StackOverflowError"));
        assertThat(
                        run(
                                LONG,
                                mx(before -> {
                                    throw new NoClassDefFoundError("X");
                                })))
                .containsExactly(
                        new ProbeFailure(
                                "MxObservation",
                                "INTERNAL_ERROR",
                                "java.lang.NoClassDefFoundError: X"));
    }

    @Test
    void aProbeThatHangsEndsAtTheDeadlineAndTheRestIsComplete() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(run(SHORT, mx(before -> hang(never, MX)), tlsRpt(Set.of(), before -> TLS_RPT)))
                .containsExactly(TLS_RPT, new ProbeFailure("MxObservation", "DEADLINE", ""));
    }

    @Test
    void whatWaitsForAProbeThatHangsWasNotStarted() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(
                        run(
                                SHORT,
                                mx(before -> hang(never, MX)),
                                tlsRpt(Set.of(MxObservation.class), before -> TLS_RPT)))
                .containsExactly(
                        new ProbeFailure("MxObservation", "DEADLINE", ""),
                        new ProbeFailure("TlsRptObservation", "DEADLINE", "not started"));
    }

    @Test
    void whatNeedsAProbeThatFailedFailsForTheSameReason() {
        assertThat(
                        run(
                                LONG,
                                mx(before -> {
                                    throw new IllegalStateException("a bug");
                                }),
                                tlsRpt(Set.of(MxObservation.class), before -> TLS_RPT)))
                .extracting("missing", "reason")
                .containsExactly(
                        tuple("MxObservation", "INTERNAL_ERROR"),
                        tuple("TlsRptObservation", "INTERNAL_ERROR"));
    }

    @Test
    void aProbeThatNeedsWhatNobodyObservesIsABugAndNotATimeOut() {
        assertThat(run(LONG, tlsRpt(Set.of(MxObservation.class), before -> TLS_RPT)))
                .extracting("missing", "reason")
                .containsExactly(tuple("TlsRptObservation", "INTERNAL_ERROR"));
    }

    @Test
    void anInterruptEndsTheRunAndStaysSet() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        List<Observation> seen = run(LONG, mx(before -> hang(never, MX)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).containsExactly(new ProbeFailure("MxObservation", "DEADLINE", ""));
    }

    @Test
    void itTellsHowLongEachProbeTook() {
        AtomicLong millis = new AtomicLong(1000);
        ProbeRun run =
                probeRun(
                        clock(millis),
                        mx(before -> {
                            millis.addAndGet(41);
                            return MX;
                        }));
        run.run();

        assertThat(run.elapsedMillis()).containsExactly(entry("MxObservation", 41L));
    }

    @Test
    void aClockThatIsSetBackMakesNoNegativeTime() {
        AtomicLong millis = new AtomicLong(1000);
        ProbeRun run =
                probeRun(
                        clock(millis),
                        mx(before -> {
                            millis.set(0);
                            return MX;
                        }));
        run.run();

        assertThat(run.elapsedMillis()).containsExactly(entry("MxObservation", 0L));
    }

    private List<Observation> run(Duration budget, Probe<?>... probes) {
        Doors doors = testDoors.open("{}", budget);
        return new ProbeRun(
                        target(),
                        List.of(probes),
                        doors,
                        changes::add,
                        () -> new Observations(List.of()))
                .run()
                .all();
    }

    private ProbeRun probeRun(Clock clock, Probe<?>... probes) {
        return new ProbeRun(
                target(),
                List.of(probes),
                testDoors.open("{}", LONG, clock),
                changes::add,
                () -> new Observations(List.of()));
    }

    private static Target target() {
        return new Target(new Domain("example.com"), CheckOptions.DEFAULT);
    }

    private static Probe<MxObservation> mx(Function<Observations, MxObservation> script) {
        return new Scripted<>(MxObservation.class, Set.of(), script);
    }

    private static Probe<TlsRptObservation> tlsRpt(
            Set<Class<? extends Observation>> needs,
            Function<Observations, TlsRptObservation> script) {
        return new Scripted<>(TlsRptObservation.class, needs, script);
    }

    private static <O> O meet(CyclicBarrier barrier, O result) {
        try {
            barrier.await();
            return result;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static <O> O hang(CountDownLatch latch, O result) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        return result;
    }

    private static Clock clock(AtomicLong millis) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.get());
            }
        };
    }
}
