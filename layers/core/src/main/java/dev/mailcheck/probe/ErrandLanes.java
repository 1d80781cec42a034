package dev.mailcheck.probe;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.smtp.SmtpExchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Runs the errands at one address in two lanes: one beside the sender's session, as soon as its
 * handshake is over, and one behind it. A server that greets slowly or says 421 gets no second
 * lane, and of all errands only the first, if there is time.
 */
final class ErrandLanes {
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration UNHURRIED = Duration.ofSeconds(20);
    private static final int CLOSING = 421;

    /** With no more sessions than these, an errand that must wait gets what the others leave. */
    private static final int MODEST = 3;

    private final MailServer server;
    private final BiFunction<MailServer, SmtpScript, SmtpSession> visit;
    private final Semaphore room;
    private final boolean lastExpected;
    private final TourLog log;
    private final Deadline deadline;
    private final Deque<Errand> waiting = new ArrayDeque<>();
    private Optional<Future<?>> second = Optional.empty();
    private boolean reserved;
    private boolean opened;
    private boolean slow;

    /**
     * Nothing runs yet.
     *
     * @param room how many more sessions the address may have
     * @param lastExpected whether one of them is to be kept for an errand that must wait
     */
    ErrandLanes(
            MailServer server,
            BiFunction<MailServer, SmtpScript, SmtpSession> visit,
            Semaphore room,
            boolean lastExpected,
            TourLog log,
            Deadline deadline) {
        this.server = server;
        this.visit = visit;
        this.room = room;
        this.lastExpected = lastExpected;
        this.log = log;
        this.deadline = deadline;
    }

    /**
     * Decides what to ask, and begins with it; only the first call counts.
     *
     * @param sender the sender's session, as far as it went
     */
    synchronized void open(SmtpSession sender, List<Errand> errands, ExecutorService executor) {
        if (opened) {
            return;
        }
        opened = true;
        reserved = lastExpected && room.availablePermits() > MODEST && room.tryAcquire();
        errands.stream()
                .filter(errand -> errand.wanted().test(sender))
                .forEach(errand -> admit(errand, waiting::addLast));
        noteManners(sender);
        if (!slow && !waiting.isEmpty()) {
            second = Optional.of(executor.submit(this::work));
        }
    }

    private void admit(Errand errand, Consumer<Errand> place) {
        if (room.tryAcquire()) {
            place.accept(errand);
        } else {
            skip(errand, SkippedSession.MANNERS);
        }
    }

    private void skip(Errand errand, String reason) {
        log.skipped(SkippedSession.of(server, errand.kind(), reason));
    }

    /**
     * Holds what is left, and waits for the other lane.
     *
     * @param last what is to be asked now that the sender's session is over; it takes longest, so
     *     it comes before what still waits
     */
    void finish(Optional<Errand> last) {
        giveBack();
        last.ifPresent(errand -> append(errand, waiting::addFirst));
        work();
        second().ifPresent(lane -> SideBySide.await(lane, deadline));
    }

    private synchronized void giveBack() {
        if (reserved) {
            room.release();
            reserved = false;
        }
    }

    private synchronized Optional<Future<?>> second() {
        return second;
    }

    private void work() {
        for (Optional<Errand> next = take(); next.isPresent(); next = take()) {
            Errand errand = next.get();
            SmtpSession session = visit.apply(server, errand.script());
            log.further(errand.kind(), session);
            noteManners(session);
            errand.next().apply(session).ifPresent(more -> append(more, waiting::addLast));
        }
    }

    private synchronized Optional<Errand> take() {
        drop(errand -> deadline.passed(), SkippedSession.DEADLINE);
        return Optional.ofNullable(waiting.poll());
    }

    private synchronized void append(Errand errand, Consumer<Errand> place) {
        if (slow) {
            skip(errand, SkippedSession.SLOW_OR_BUSY);
        } else {
            admit(errand, place);
        }
    }

    private synchronized void noteManners(SmtpSession session) {
        if (!slow && (isSlow(session) || saysLater(session))) {
            slow = true;
            drop(errand -> errand.kind() != SessionKind.TLS12_MODERN, SkippedSession.SLOW_OR_BUSY);
            Duration needed = UNHURRIED.plusMillis(session.bannerMillis());
            drop(errand -> deadline.remaining().compareTo(needed) < 0, SkippedSession.DEADLINE);
        }
    }

    private void drop(Predicate<Errand> which, String reason) {
        waiting.stream().filter(which).forEach(errand -> skip(errand, reason));
        waiting.removeIf(which);
    }

    private static boolean isSlow(SmtpSession session) {
        return session.bannerMillis() > SLOW.toMillis();
    }

    private static boolean saysLater(SmtpSession session) {
        return session.exchanges().stream()
                .map(SmtpExchange::reply)
                .anyMatch(reply -> reply.code() == CLOSING);
    }
}
