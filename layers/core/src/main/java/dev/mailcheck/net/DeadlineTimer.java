package dev.mailcheck.net;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread that does things at deadlines; it starts with the first of them. */
final class DeadlineTimer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    DeadlineTimer() {
        executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("deadlines").factory());
        executor.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs the action, which must be short, at the deadline unless it is cancelled before; at once
     * where the timer is closed.
     */
    Future<?> at(Deadline deadline, Runnable action) {
        try {
            return executor.schedule(action, deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            action.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
