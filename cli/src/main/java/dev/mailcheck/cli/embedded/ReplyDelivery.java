package dev.mailcheck.cli.embedded;

import dev.mailcheck.cli.embedded.Outbox.Waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands over what waits in the outbox, tries again where that fails, and gives up after a day. It
 * never tells anybody about an answer that could not be delivered.
 */
public final class ReplyDelivery implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVES_UP = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 7;

    private final Outbox outbox;
    private final ReplyRoad road;
    private final Clock clock;
    private final Consumer<RuntimeException> faults;
    private final Map<String, Tried> tried = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("replies").factory());

    /** How often a mail was tried, and until when it rests. */
    private record Tried(int times, long restsUntil) {}

    /** Begins with what the last process left. */
    public ReplyDelivery(
            Outbox outbox, ReplyRoad road, Clock clock, Consumer<RuntimeException> faults) {
        this.outbox = outbox;
        this.road = road;
        this.clock = clock;
        this.faults = faults;
        var _ = thread.scheduleWithFixedDelay(this::round, 0, 10, TimeUnit.SECONDS);
    }

    /** Something was put in: it need not wait for the next round. */
    public void soon() {
        thread.execute(this::round);
    }

    private void round() {
        try {
            for (Waiting waiting : outbox.waiting()) {
                tryOne(waiting);
            }
        } catch (IOException diskTrouble) {
            faults.accept(new UncheckedIOException(diskTrouble));
        } catch (RuntimeException fault) {
            faults.accept(fault);
        }
    }

    private void tryOne(Waiting waiting) throws IOException {
        String run = waiting.mail().run();
        Tried before = tried.getOrDefault(run, new Tried(0, 0));
        if (before.restsUntil() > clock.millis()) {
            return;
        }
        try {
            switch (road.handOver(waiting.mail())) {
                case HANDED_OVER, REFUSED -> end(waiting);
            }
        } catch (IOException later) {
            if (waiting.since().plus(GIVES_UP).isBefore(clock.instant())) {
                end(waiting);
            } else {
                rest(run, before);
            }
        }
    }

    private void end(Waiting waiting) throws IOException {
        outbox.done(waiting.mail());
        tried.remove(waiting.mail().run());
    }

    private void rest(String run, Tried before) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(before.times(), MOST_DOUBLINGS));
        long until =
                clock.millis()
                        + (wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait).toMillis();
        tried.put(run, new Tried(before.times() + 1, until));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
