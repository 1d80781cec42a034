package dev.mailcheck.run;

import dev.mailcheck.dns.OwnServersDns;
import dev.mailcheck.dns.ZoneView;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.Target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the probes of a check by the resolver's word, while the zone's own servers are asked whether
 * they say the same: that takes as many round trips as half a check. Where they all say otherwise,
 * their word is taken and the probes run again, but for what was asked of mail servers that are
 * still the right ones. A mail alone was received by a resolver's word, and is judged by it.
 */
final class DomainRun {
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final Outcome NOTHING = new Outcome(new Observations(List.of()), Map.of());

    private final Target target;
    private final List<Probe<?>> probes;
    private final Doors doors;
    private final LiveJudging live;
    private final Observations earlier;

    /** What was seen, and milliseconds each probe took. */
    record Outcome(Observations observations, Map<String, Long> elapsedMillis) {}

    /**
     * @param earlier what an earlier run saw, whose visits to mail servers need not be repeated
     */
    DomainRun(
            Target target,
            List<Probe<?>> probes,
            Doors doors,
            LiveJudging live,
            Observations earlier) {
        this.target = target;
        this.probes = probes;
        this.doors = doors;
        this.live = live;
        this.earlier = earlier;
    }

    Outcome run() {
        return target.options().network() && target.kind().hasDomain()
                ? run(doors.ownServers(target))
                : outcome(new ProbeRun(target, probes, doors, live::judgeWhatCanBe, () -> earlier));
    }

    /** Runs beside a comparison that has begun. */
    Outcome run(OwnServersDns dns) {
        ProbeRun presumed =
                new ProbeRun(
                        target,
                        probes,
                        doors.with(dns.presumed()),
                        seen -> judgeIfConfirmed(dns, seen),
                        () -> earlier);
        CompletableFuture<Outcome> first =
                CompletableFuture.supplyAsync(() -> outcome(presumed), doors.executor());
        return dns.view().whose() == ZoneView.Whose.OWN_SERVERS
                ? again(dns, first)
                : awaited(first);
    }

    /** The run ends by itself a moment after the deadline. */
    private Outcome awaited(CompletableFuture<Outcome> first) {
        Duration patience = doors.deadline().remaining().plus(LATEST);
        try {
            return first.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            return NOTHING;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return NOTHING;
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    /** A verdict that is told cannot be taken back. */
    private void judgeIfConfirmed(OwnServersDns dns, Observations seen) {
        if (dns.decided().filter(view -> view.whose() != ZoneView.Whose.OWN_SERVERS).isPresent()) {
            live.judgeWhatCanBe(seen);
        }
    }

    private Outcome again(OwnServersDns dns, CompletableFuture<Outcome> first) {
        return outcome(
                new ProbeRun(
                        target,
                        probes,
                        doors.with(dns),
                        live::judgeWhatCanBe,
                        () -> awaited(first).observations()));
    }

    private static Outcome outcome(ProbeRun run) {
        Observations seen = run.run();
        return new Outcome(seen, run.elapsedMillis());
    }
}
