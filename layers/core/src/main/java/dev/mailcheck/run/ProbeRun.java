package dev.mailcheck.run;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.ProbeFailure;
import dev.mailcheck.probe.Target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs probes side by side, each as soon as what it needs stands, until all have ended or the
 * deadline has passed. A probe that hangs or throws leaves a {@link ProbeFailure} and harms no
 * other: every probe has an observation or a failure in the end.
 */
final class ProbeRun {
    /** What probes may take beyond the deadline, all together, to hand in what they have. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private final Target target;
    private final Doors doors;
    private final Consumer<Observations> onChange;
    private final Deadline end;
    private final Supplier<Observations> earlier;
    private final long startMillis;
    private final List<Probe<?>> waiting;
    private final List<Probe<?>> running = new ArrayList<>();
    private final List<Observation> seen = new ArrayList<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Map<String, Long> elapsedMillis = new HashMap<>();

    private record Ended(Probe<?> probe, Observation observation, long elapsedMillis) {}

    /**
     * Runs after or beside another look.
     *
     * @param onChange hears what was seen so far while more is to come
     * @param earlier waits for what that one sees
     */
    ProbeRun(
            Target target,
            List<Probe<?>> probes,
            Doors doors,
            Consumer<Observations> onChange,
            Supplier<Observations> earlier) {
        this(target, probes, doors, onChange, earlier, new Observations(List.of()));
    }

    /**
     * Runs those of a check's probes that have no observation yet.
     *
     * @param known what was seen elsewhere, and is part of what this run sees
     */
    ProbeRun(
            Target target,
            List<Probe<?>> probes,
            Doors doors,
            Consumer<Observations> onChange,
            Supplier<Observations> earlier,
            Observations known) {
        this.seen.addAll(known.all());
        this.earlier = earlier;
        this.target = target;
        this.waiting = new ArrayList<>(probes);
        this.doors = doors;
        this.onChange = onChange;
        this.end = Deadline.in(doors.deadline().remaining().plus(GRACE));
        this.startMillis = doors.clock().millis();
    }

    Observations run() {
        failures().forEach(this::failDependants);
        startReady();
        while (!running.isEmpty() && awaitOne()) {
            startReady();
            if (!running.isEmpty()) {
                onChange.accept(new Observations(seen));
            }
        }
        boolean stuck = running.isEmpty();
        running.forEach(
                probe -> end(new Ended(probe, failure(probe, "DEADLINE", ""), since(startMillis))));
        waiting.forEach(probe -> seen.add(notStarted(probe, stuck)));
        return new Observations(seen);
    }

    /** Milliseconds each probe took, by its observation's simple name. */
    Map<String, Long> elapsedMillis() {
        return elapsedMillis;
    }

    private void startReady() {
        Observations before = new Observations(seen);
        List<Probe<?>> ready = waiting.stream().filter(probe -> before.has(probe.needs())).toList();
        waiting.removeAll(ready);
        running.addAll(ready);
        ready.forEach(probe -> doors.executor().execute(() -> observe(probe, before)));
    }

    private void observe(Probe<?> probe, Observations before) {
        long start = doors.clock().millis();
        Observation observation;
        try {
            observation =
                    seenEarlier(probe, before)
                            .orElseGet(() -> probe.observe(target, before, doors));
        } catch (RuntimeException | Error bug) {
            observation = failure(probe, "INTERNAL_ERROR", bug.toString());
        }
        ended.add(new Ended(probe, observation, since(start)));
    }

    private Optional<Observation> seenEarlier(Probe<?> probe, Observations before) {
        if (!probe.isOnce()) {
            return Optional.empty();
        }
        Observations first = earlier.get();
        boolean sameNeeds =
                probe.needs().stream().allMatch(kind -> first.find(kind).equals(before.find(kind)));
        return sameNeeds
                ? first.find(probe.observes()).map(Observation.class::cast)
                : Optional.empty();
    }

    /** The wall clock may be set back while we run. */
    private long since(long start) {
        return Math.max(0, doors.clock().millis() - start);
    }

    private boolean awaitOne() {
        try {
            Ended next = ended.poll(end.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return false;
            }
            running.remove(next.probe());
            end(next);
            if (next.observation() instanceof ProbeFailure failure) {
                failDependants(failure);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end(Ended probe) {
        seen.add(probe.observation());
        elapsedMillis.put(probe.probe().observes().getSimpleName(), probe.elapsedMillis());
    }

    private List<ProbeFailure> failures() {
        return seen.stream()
                .filter(ProbeFailure.class::isInstance)
                .map(ProbeFailure.class::cast)
                .toList();
    }

    /** What needs an observation that will never come fails for the same reason. */
    private void failDependants(ProbeFailure failure) {
        List<Probe<?>> lost = waiting.stream().filter(probe -> needs(probe, failure)).toList();
        waiting.removeAll(lost);
        for (Probe<?> probe : lost) {
            ProbeFailure same = failure(probe, failure.reason(), failure.detail());
            seen.add(same);
            failDependants(same);
        }
    }

    private static boolean needs(Probe<?> probe, ProbeFailure failure) {
        return probe.needs().stream()
                .anyMatch(kind -> kind.getSimpleName().equals(failure.missing()));
    }

    /** With nothing left to wait for, a probe that still waits needs what nobody observes. */
    private static ProbeFailure notStarted(Probe<?> probe, boolean stuck) {
        return stuck
                ? failure(probe, "INTERNAL_ERROR", "needs " + probe.needs())
                : failure(probe, "DEADLINE", "not started");
    }

    private static ProbeFailure failure(Probe<?> probe, String reason, String detail) {
        return new ProbeFailure(probe.observes().getSimpleName(), reason, detail);
    }
}
