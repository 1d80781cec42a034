package dev.mailcheck.probe;

import dev.mailcheck.net.Deadline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How much one check may ask of others: thirty sessions in all, and no more at once than {@link
 * Port25} has seats for.
 */
final class Manners {
    private static final int PER_CHECK = 30;

    private final Deadline deadline;
    private final Port25 port25;
    private final AtomicInteger left = new AtomicInteger(PER_CHECK);

    /** For a check that is alone. */
    Manners(Deadline deadline) {
        this(deadline, new Port25());
    }

    Manners(Deadline deadline, Port25 port25) {
        this.deadline = deadline;
        this.port25 = port25;
    }

    /** Does it when it is this server's turn; nothing where the turn never comes. */
    <T> Optional<T> inTurn(MailServer server, Supplier<T> session) {
        return left.getAndDecrement() <= 0
                ? Optional.empty()
                : port25.inTurn(server, deadline, session);
    }
}
