package dev.mailcheck.smtp;

import dev.mailcheck.net.Connection;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hangs up when a step takes longer than it may, whatever trickles in meanwhile. The connection's
 * own deadline, that of the whole check, goes on beside it.
 */
final class StepTimer {
    private final Connection connection;
    private volatile boolean expired;

    StepTimer(Connection connection) {
        this.connection = connection;
    }

    <T> T within(Duration limit, Supplier<T> step) {
        Future<?> alarm =
                ForkJoinPool.commonPool()
                        .schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return step.get();
        } finally {
            alarm.cancel(false);
        }
    }

    private void expire() {
        expired = true;
        connection.close();
    }

    /** What a connection that broke off in a step of ours means. */
    SmtpTrouble whyClosed() {
        if (expired) {
            return SmtpTrouble.TIMEOUT;
        }
        return connection.timedOut() ? SmtpTrouble.DEADLINE : SmtpTrouble.CLOSED;
    }
}
