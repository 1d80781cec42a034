package dev.mailcheck.dns;

import dev.mailcheck.net.Deadline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers in the order in which they come, so that a silent server holds up no other. */
final class Arrivals<T> {
    private final BlockingQueue<T> arrived = new LinkedBlockingQueue<>();
    private int pending;

    Arrivals(List<Supplier<T>> questions, Executor executor) {
        pending = questions.size();
        questions.forEach(question -> executor.execute(() -> arrived.add(question.get())));
    }

    /** The next one; empty once all have come or the deadline has passed. */
    Optional<T> next(Deadline deadline) {
        if (pending == 0) {
            return Optional.empty();
        }
        try {
            Optional<T> next =
                    Optional.ofNullable(
                            arrived.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
            pending -= next.isPresent() ? 1 : 0;
            return next;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
