package dev.mailcheck.probe;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All sessions with one address: the sender's, for each host that has the address, and the errands
 * of {@link SmtpErrands}. Never more than two at once.
 */
final class SmtpTour {
    private final List<Stop> stops;
    private final List<Stop> admitted;
    private final Function<Stop, SmtpScript> sender;
    private final List<Errand> errands;
    private final Optional<LastErrand> last;
    private final Visiting visiting;
    private final Deadline deadline;
    private final ExecutorService executor;
    private final Semaphore room;
    private final TourLog log = new TourLog();
    private final ErrandLanes lanes;

    /** Chooses the session that stands on all that was said in the sender's. */
    interface LastErrand {
        Optional<Errand> after(List<SmtpSession> sessions);
    }

    /** Holds one session; what stands in for one that never begins is its part too. */
    interface Visiting {
        /**
         * The session, once it is over.
         *
         * @param halfway is told the session as far as it went when a handshake is over
         */
        SmtpSession with(MailServer server, SmtpScript script, Consumer<SmtpSession> halfway);
    }

    /**
     * A tour that has not begun.
     *
     * @param stops all of one address, at least one
     * @param sender what a sender says there
     * @param last chooses what to ask when the sender's sessions are over; none where nothing is
     * @param quota how many sessions the address may have
     */
    SmtpTour(
            List<Stop> stops,
            Function<Stop, SmtpScript> sender,
            List<Errand> errands,
            Optional<LastErrand> last,
            int quota,
            Visiting visiting,
            Deadline deadline,
            ExecutorService executor) {
        this.stops = stops;
        this.sender = sender;
        this.errands = errands;
        this.last = last;
        this.visiting = visiting;
        this.deadline = deadline;
        this.executor = executor;
        this.admitted = stops.subList(0, Math.min(stops.size(), quota));
        this.room = new Semaphore(quota - admitted.size());
        this.lanes =
                new ErrandLanes(
                        stops.getFirst().server(),
                        (server, script) -> visiting.with(server, script, halfway -> {}),
                        room,
                        last.isPresent(),
                        log,
                        deadline);
    }

    /** Holds them all. */
    TourLog.Seen run() {
        stops.stream()
                .skip(admitted.size())
                .map(Stop::server)
                .map(server ->
                        SkippedSession.of(server, SessionKind.SENDER, SkippedSession.MANNERS))
                .forEach(log::skipped);
        admitted.forEach(this::visit);
        lanes.finish(last.flatMap(choice -> choice.after(seen().sessions())));
        return seen();
    }

    /** What was seen so far; for a host that no session has ended with, one that never began. */
    TourLog.Seen seen() {
        return log.seen(admitted.stream().map(Stop::server).toList());
    }

    private void visit(Stop stop) {
        SmtpSession first = held(stop, this::beginErrands);
        if (brokeOff(first) && !deadline.passed() && room.tryAcquire()) {
            beginErrandsAfter(held(new Stop(stop.server(), Optional.empty()), halfway -> {}));
        } else {
            beginErrandsAfter(first);
        }
    }

    private SmtpSession held(Stop stop, Consumer<SmtpSession> halfway) {
        SmtpSession session = visiting.with(stop.server(), sender.apply(stop), halfway);
        log.sender(session);
        return session;
    }

    /** A handshake that broke off is tried once more before anything else is asked. */
    private void beginErrands(SmtpSession halfway) {
        if (!brokeOff(halfway)) {
            beginErrandsAfter(halfway);
        }
    }

    private void beginErrandsAfter(SmtpSession session) {
        lanes.open(session, errands, executor);
    }

    /** One that ends without a word may have met a passing fault. */
    private static boolean brokeOff(SmtpSession session) {
        return session.tls()
                .flatMap(TlsFacts::failure)
                .filter(failure -> failure == TlsFailure.CLOSED || failure == TlsFailure.TIMEOUT)
                .isPresent();
    }
}
