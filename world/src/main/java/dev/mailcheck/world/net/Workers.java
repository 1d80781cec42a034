package dev.mailcheck.world.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one world, all daemons. Platform threads, because a command that ends while
 * virtual threads are blocked in sockets takes noticeably longer to exit.
 */
public final class Workers implements AutoCloseable {
    private static final ThreadFactory DAEMONS =
            Thread.ofPlatform().daemon().name("world-", 0).factory();

    private static final long MOST_SECONDS_TO_END = 2;

    private final ExecutorService threads = Executors.newCachedThreadPool(DAEMONS);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DAEMONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Work that ends by an I/O error when the other side goes away or the world closes. */
    @FunctionalInterface
    public interface Task {
        void run() throws IOException;
    }

    /** What to do with an accepted connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Service {
        void serve(Socket socket) throws IOException;
    }

    /** Runs the task in a thread of its own; in a closed world nobody waits for it any more. */
    public void run(Task task) {
        var _ = started(task);
    }

    private boolean started(Task task) {
        try {
            threads.execute(() -> quietly(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Runs the task so much later; at once, in the caller's thread, when that is zero. */
    public void after(Duration delay, Task task) {
        if (delay.isZero()) {
            quietly(task);
        } else {
            schedule(delay, task);
        }
    }

    private void schedule(Duration delay, Task task) {
        try {
            var _ = timer.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // As in run: the world is closed.
        }
    }

    /** Serves each connection in a thread of its own until the listening socket is closed. */
    public void accept(ServerSocket listening, Service service) {
        run(() -> {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                open.add(socket);
                run(() -> serve(socket, service));
            }
        });
    }

    private void serve(Socket socket, Service service) throws IOException {
        try (socket) {
            service.serve(socket);
        } finally {
            open.remove(socket);
        }
    }

    /** Waits; an interrupt, which is how a world ends, is reported as an I/O error. */
    public void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the world closes", e);
        }
    }

    private static void quietly(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            // The client hung up or the world closes: either way this conversation is over.
        }
    }

    /** Closes all connections and waits for a moment until all threads have ended. */
    @Override
    public void close() {
        threads.shutdownNow();
        timer.shutdownNow();
        open.forEach(socket -> quietly(socket::close));
        try {
            var _ = threads.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
