package dev.mailcheck.probe;

import dev.mailcheck.net.Deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs tasks at the same time and waits for all of them, but not beyond a deadline. */
final class SideBySide {
    /** What tasks that themselves end by the deadline may take to return. */
    private static final Duration GRACE = Duration.ofMillis(150);

    private SideBySide() {}

    /**
     * The results, in the order of the tasks.
     *
     * @param missing what stands in for a task that has not ended
     */
    static <T> List<T> run(
            List<Callable<T>> tasks,
            ExecutorService executor,
            Deadline deadline,
            IntFunction<T> missing) {
        List<T> results = new ArrayList<>();
        List<Future<T>> futures = all(tasks, executor, deadline);
        for (int i = 0; i < tasks.size(); i++) {
            T missed = missing.apply(i);
            results.add(i < futures.size() ? result(futures.get(i), missed) : missed);
        }
        return results;
    }

    private static <T> List<Future<T>> all(
            List<Callable<T>> tasks, ExecutorService executor, Deadline deadline) {
        try {
            long nanos = deadline.remaining().plus(GRACE).toNanos();
            return executor.invokeAll(tasks, nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /**
     * Waits for a task that was begun by one of the tasks of {@link #run}, so not as long as that.
     */
    static void await(Future<?> task, Deadline deadline) {
        try {
            Duration soon = deadline.remaining().plus(GRACE.dividedBy(2));
            task.get(soon.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            // It hands in what it has by itself, or nothing.
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(Future<T> ended, T missing) {
        try {
            return ended.get();
        } catch (CancellationException late) {
            return missing;
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return missing;
        }
    }
}
