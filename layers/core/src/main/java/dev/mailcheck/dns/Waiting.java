package dev.mailcheck.dns;

import dev.mailcheck.net.Deadline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for what is under way, but not beyond the deadline. */
record Waiting(Deadline deadline) {

    /** The value, or the other one where the deadline comes first or the thread is told to stop. */
    <T> T orElse(CompletableFuture<T> future, Supplier<T> late) {
        try {
            return future.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException passed) {
            return late.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return late.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }
}
