package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.Deadline;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How much one check may ask of others at once: two sessions an address, six an operator, thirty
 * sessions in all. Hosts under one domain name count as one operator's.
 */
final class Manners {
    private static final int PER_ADDRESS = 2;
    private static final int PER_OPERATOR = 6;
    private static final int PER_CHECK = 30;

    private final Deadline deadline;
    private final ConcurrentMap<String, Semaphore> seats = new ConcurrentHashMap<>();
    private final AtomicInteger left = new AtomicInteger(PER_CHECK);

    Manners(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Does it when it is this server's turn; nothing where the turn never comes. */
    <T> Optional<T> inTurn(MailServer server, Supplier<T> session) {
        if (left.getAndDecrement() <= 0) {
            return Optional.empty();
        }
        Semaphore address =
                seats.computeIfAbsent(server.address(), a -> new Semaphore(PER_ADDRESS));
        Semaphore operator =
                seats.computeIfAbsent(operatorOf(server.host()), o -> new Semaphore(PER_OPERATOR));
        return seated(address, () -> seated(operator, () -> Optional.of(session.get())));
    }

    private <T> Optional<T> seated(Semaphore seat, Supplier<Optional<T>> then) {
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
}
