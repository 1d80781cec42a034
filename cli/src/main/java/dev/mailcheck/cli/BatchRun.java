package dev.mailcheck.cli;

import dev.mailcheck.grade.Grade;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Works on the lines of a batch side by side and writes the answers in the order of the lines, each
 * as soon as it and all before it are there. What is under way at once is bounded by its size, so
 * that memory stays flat however long the batch is.
 */
final class BatchRun {
    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final int MOST_LINES = 64 * WORKERS;

    /** Kilobytes of lines under way; one line may be larger, and goes alone then. */
    private static final int MOST_KILOBYTES = 16 << 10;

    private final BatchWork work;
    private final PrintStream out;
    private final Semaphore lines = new Semaphore(MOST_LINES);
    private final Semaphore kilobytes = new Semaphore(MOST_KILOBYTES);
    private final BlockingQueue<UnderWay> queue = new LinkedBlockingQueue<>();

    /** What the whole batch came to. */
    record Sums(long lines, long unreadable, Set<Grade> grades) {}

    /** A line under way; that without an answer is the end. */
    private record UnderWay(Optional<Future<BatchWork.Answer>> answer, int weight) {
        static final UnderWay END = new UnderWay(Optional.empty(), 0);
    }

    BatchRun(BatchWork work, PrintStream out) {
        this.work = work;
        this.out = out;
    }

    Sums all(BatchLines batch) throws IOException {
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        WORKERS, Thread.ofPlatform().daemon().name("mail-", 0).factory());
        ExecutorService writer =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("answers").factory());
        try {
            Future<Sums> written = writer.submit(this::write);
            read(batch, workers);
            return written.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } finally {
            workers.shutdownNow();
            writer.shutdownNow();
        }
    }

    private void read(BatchLines batch, ExecutorService workers)
            throws IOException, InterruptedException {
        long number = 0;
        for (BatchLines.Line line = batch.next(); line != null; line = batch.next()) {
            number++;
            if (!line.isBlank()) {
                submit(line, number, workers);
            }
        }
        queue.add(UnderWay.END);
    }

    private void submit(BatchLines.Line line, long number, ExecutorService workers)
            throws InterruptedException {
        int weight = Math.clamp((line.text().length >> 10) + 1, 1, MOST_KILOBYTES);
        lines.acquire();
        kilobytes.acquire(weight);
        Future<BatchWork.Answer> answer = workers.submit(() -> work.answer(line, number));
        queue.add(new UnderWay(Optional.of(answer), weight));
    }

    private Sums write() throws InterruptedException, ExecutionException {
        long all = 0;
        long unreadable = 0;
        Set<Grade> grades = EnumSet.noneOf(Grade.class);
        for (UnderWay next = queue.take(); next.answer().isPresent(); next = queue.take()) {
            BatchWork.Answer answer = next.answer().get().get();
            all++;
            unreadable += answer.grade().isEmpty() ? 1 : 0;
            answer.grade().ifPresent(grades::add);
            out.print(answer.text());
            if (queue.isEmpty()) {
                out.flush();
            }
            lines.release();
            kilobytes.release(next.weight());
        }
        out.flush();
        return new Sums(all, unreadable, grades);
    }
}
