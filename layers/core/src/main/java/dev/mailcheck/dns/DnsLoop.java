package dev.mailcheck.dns;

import dev.mailcheck.net.Deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One daemon thread that waits for all sockets of a resolver at once. All that touches a socket or
 * a timer runs on it, one thing after another, so nothing there needs a lock. It must be closed
 * before the process ends: a thread that still waits in the system costs the exit a third of a
 * second.
 */
final class DnsLoop implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** The largest datagram there is. */
    private static final int MAX_DATAGRAM = 65_535;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_DATAGRAM);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::deadline));
    private final Runnable atEnd;
    private final Selector selector;
    private final Thread thread;
    private volatile boolean closed;

    /** Something to do at a time, unless it is cancelled before. */
    static final class Alarm {
        private final Deadline deadline;
        private final Runnable action;
        private boolean cancelled;

        private Alarm(Deadline deadline, Runnable action) {
            this.deadline = deadline;
            this.action = action;
        }

        private Deadline deadline() {
            return deadline;
        }

        void cancel() {
            cancelled = true;
        }
    }

    /**
     * @param atEnd what is to be done last, also where a fault of ours ends the loop early
     */
    DnsLoop(Runnable atEnd) {
        this.atEnd = atEnd;
        try {
            selector = Selector.open();
        } catch (IOException noDescriptors) {
            throw new UncheckedIOException(noDescriptors);
        }
        thread = Thread.ofPlatform().daemon().name("dns").start(this::run);
    }

    /** Runs the task on the loop, soon; what comes after {@link #close} may never run. */
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** On the loop only: empty, and with room for any datagram. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    /** On the loop only. */
    Alarm at(Deadline deadline, Runnable action) {
        Alarm alarm = new Alarm(deadline, action);
        alarms.add(alarm);
        return alarm;
    }

    /**
     * On the loop only: {@code ready} runs whenever the channel is ready for one of {@code ops}.
     */
    SelectionKey register(SelectableChannel channel, int ops, Runnable ready) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, ops, ready);
    }

    private void run() {
        try (selector) {
            while (!closed) {
                selector.select(this::ready, patienceMillis());
                runTasks();
                runAlarms();
            }
            runTasks();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            atEnd.run();
        }
    }

    private long patienceMillis() {
        if (!tasks.isEmpty()) {
            return 1;
        }
        Duration patience = alarms.isEmpty() ? IDLE : alarms.peek().deadline.remaining();
        return Math.clamp(patience.toMillis() + 1, 1, IDLE.toMillis());
    }

    private void ready(SelectionKey key) {
        ((Runnable) key.attachment()).run();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void runAlarms() {
        while (!alarms.isEmpty() && (alarms.peek().cancelled || alarms.peek().deadline.passed())) {
            Alarm alarm = alarms.remove();
            if (!alarm.cancelled) {
                alarm.action.run();
            }
        }
    }

    /** Ends the thread and waits until it has gone. What was handed in before still runs. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
