package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What the checks of one run share at port 25, since the hosts there see them as one visitor:
 * seats, two an address and six an operator, what control hosts said, and the sessions that are
 * about a server and no domain. Hosts under one domain name count as one operator's.
 */
public final class Port25 {
    private static final int PER_ADDRESS = 2;
    private static final int PER_OPERATOR = 6;

    private final ConcurrentMap<String, Seat> seats;
    private final ConcurrentMap<List<ControlHost>, CompletableFuture<List<SmtpSession>>> controls =
            new ConcurrentHashMap<>();
    private final ConcurrentMap<Object, CompletableFuture<Optional<SmtpSession>>> sessions =
            new ConcurrentHashMap<>();

    private record Seat(Semaphore taken, int places) {
        boolean isFree() {
            return taken.availablePermits() == places && !taken.hasQueuedThreads();
        }
    }

    public Port25() {
        this(new ConcurrentHashMap<>());
    }

    private Port25(ConcurrentMap<String, Seat> seats) {
        this.seats = seats;
    }

    /**
     * The same seats, and nothing of what was said: for a service, where it would grow old. Places
     * where nobody sits are forgotten.
     */
    public Port25 withoutMemory() {
        seats.values().removeIf(Seat::isFree);
        return new Port25(seats);
    }

    /** Does it when it is this server's turn; nothing where the turn never comes. */
    <T> Optional<T> inTurn(MailServer server, Deadline deadline, Supplier<T> session) {
        return seated(
                seat(server.address(), PER_ADDRESS),
                deadline,
                () ->
                        seated(
                                seat(operatorOf(server.host()), PER_OPERATOR),
                                deadline,
                                () -> Optional.of(session.get())));
    }

    private Semaphore seat(String of, int places) {
        return seats.computeIfAbsent(of, none -> new Seat(new Semaphore(places, true), places))
                .taken();
    }

    private static <T> Optional<T> seated(
            Semaphore seat, Deadline deadline, Supplier<Optional<T>> then) {
        try {
            if (!seat.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return then.get();
        } finally {
            seat.release();
        }
    }

    /**
     * The last two labels: too few under "co.uk", where strangers then share one operator's share,
     * which harms nobody.
     */
    private static String operatorOf(String host) {
        return DnsName.parse(host).map(name -> name.rightmost(2).text()).orElse(host);
    }

    /**
     * What these control hosts say. The first check that asks goes there, and the others wait for
     * what it brings back, but not beyond their deadline.
     */
    List<SmtpSession> control(
            List<ControlHost> hosts, Deadline deadline, Supplier<List<SmtpSession>> visit) {
        CompletableFuture<List<SmtpSession>> mine = new CompletableFuture<>();
        CompletableFuture<List<SmtpSession>> first = controls.putIfAbsent(hosts, mine);
        return first == null
                ? held(mine, visit, List.of())
                : awaited(first, deadline).orElse(List.of());
    }

    /**
     * A session that tells every check the same. The first check that wants it holds it, and the
     * others take what it brought back, unless that is less than they may see themselves.
     *
     * @param what is to be learned, and where
     */
    SmtpSession once(Object what, Deadline deadline, Supplier<SmtpSession> session) {
        CompletableFuture<Optional<SmtpSession>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<SmtpSession>> first = sessions.putIfAbsent(what, mine);
        if (first == null) {
            return held(mine, () -> Optional.of(session.get()), Optional.empty()).orElseThrow();
        }
        return awaited(first, deadline)
                .flatMap(told -> told)
                .filter(Port25::toldAll)
                .orElseGet(session);
    }

    /** Not cut short by the deadline of the check that held it, nor by a passing fault. */
    private static boolean toldAll(SmtpSession session) {
        return session.trouble().isEmpty()
                && !session.exchanges().isEmpty()
                && session.tls()
                        .flatMap(TlsFacts::failure)
                        .filter(failure -> failure == TlsFailure.DEADLINE)
                        .isEmpty();
    }

    private static <T> T held(CompletableFuture<T> mine, Supplier<T> visit, T nothing) {
        try {
            T brought = visit.get();
            mine.complete(brought);
            return brought;
        } finally {
            mine.complete(nothing);
        }
    }

    private static <T> Optional<T> awaited(CompletableFuture<T> first, Deadline deadline) {
        try {
            return Optional.of(first.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never.getCause());
        }
    }
}
