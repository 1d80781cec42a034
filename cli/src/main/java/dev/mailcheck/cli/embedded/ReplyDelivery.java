package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.cli.embedded.Outbox.Waiting;
import dev.mailcheck.service.SilenceCounts;
import dev.mailcheck.service.SilenceCounts.Unsent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hands over what waits in the outbox, tries again where that fails, and gives up after a day. The
 * operator is told, the sender never.
 *
 * <p>An answer goes out once at most. One that the other side may have, because a process died
 * before it noted their word, is not sent again: nearly always they have it.
 */
public final class ReplyDelivery implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVES_UP = Duration.ofDays(1);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 7;

    private final Outbox outbox;
    private final ReplyRoad road;
    private final SilenceCounts counts;
    private final Clock clock;
    private final OperatorNews operator;
    private final Map<String, Tried> tried = new HashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("replies").factory());

    /** How often a mail was tried, and until when it rests. */
    private record Tried(int times, long restsUntil) {
        private static final Tried NEVER = new Tried(0, 0);
    }

    public ReplyDelivery(
            Outbox outbox,
            ReplyRoad road,
            SilenceCounts counts,
            Clock clock,
            OperatorNews operator) {
        this.outbox = outbox;
        this.road = road;
        this.counts = counts;
        this.clock = clock;
        this.operator = operator;
    }

    /** Begins with what the last process left. */
    public void begin() {
        var _ = thread.scheduleWithFixedDelay(this::round, 0, 10, TimeUnit.SECONDS);
    }

    /** Something was put in: it need not wait for the next round. */
    public void soon() {
        thread.execute(this::round);
    }

    /** Everything that does not rest, once; by one thread at a time. */
    void round() {
        try {
            for (Waiting waiting : outbox.waiting()) {
                if (!thread.isShutdown()) {
                    tryOne(waiting);
                }
            }
        } catch (IOException diskTrouble) {
            operator.told(new UncheckedIOException(diskTrouble));
        } catch (RuntimeException fault) {
            operator.told(fault);
        }
    }

    private void tryOne(Waiting waiting) throws IOException {
        Tried before = tried.getOrDefault(waiting.run(), Tried.NEVER);
        if (outbox.isDone(waiting.run())) {
            end(waiting);
        } else if (before.equals(Tried.NEVER) && outbox.mayHaveGoneOut(waiting.run())) {
            operator.note(
                    "whether an answer arrived is not known: the process ended while the smart host"
                            + " took it; it is not sent twice");
            end(waiting, Unsent.IN_DOUBT);
        } else if (before.restsUntil() <= clock.millis()) {
            handOver(waiting, before);
        }
    }

    private void handOver(Waiting waiting, Tried before) throws IOException {
        OutgoingMail mail = outbox.mail(waiting.run());
        try {
            road.handOver(mail, () -> outbox.goesOut(waiting.run()));
        } catch (ReplyRoad.Refused refused) {
            operator.note("the smart host refuses an answer (" + refused.getMessage() + ")");
            end(waiting, Unsent.REFUSED);
            return;
        } catch (IOException failed) {
            later(waiting, before, failed);
            return;
        }
        end(waiting);
    }

    private void later(Waiting waiting, Tried before, IOException failed) throws IOException {
        if (waiting.since().plus(GIVES_UP).isBefore(clock.instant())) {
            operator.note("an answer is given up after a day (" + failed.getMessage() + ")");
            end(waiting, Unsent.GIVEN_UP);
        } else {
            operator.note(
                    "an answer waits, since the smart host does not take it ("
                            + failed.getMessage()
                            + "); it is tried again for a day");
            rest(waiting.run(), before);
            outbox.waits(waiting.run());
        }
    }

    private void end(Waiting waiting, Unsent why) throws IOException {
        counts.unsent(why);
        end(waiting);
    }

    /** Forgotten first: where the note fails, what stands there tells that it went out. */
    private void end(Waiting waiting) throws IOException {
        tried.remove(waiting.run());
        outbox.done(waiting.run());
    }

    private void rest(String run, Tried before) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(before.times(), MOST_DOUBLINGS));
        long until =
                clock.millis()
                        + (wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait).toMillis();
        tried.put(run, new Tried(before.times() + 1, until));
    }

    /** Waits a little for the word of the other side, so that nothing is left in doubt. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
