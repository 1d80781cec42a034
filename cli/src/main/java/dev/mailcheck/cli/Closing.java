package dev.mailcheck.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last first, and each once. */
final class Closing implements AutoCloseable {
    private final Deque<Part> opened = new ArrayDeque<>();

    /** What closes without a fault that anybody could handle. */
    interface Part extends AutoCloseable {
        @Override
        void close();
    }

    synchronized <T extends AutoCloseable> T with(T part) {
        opened.push(() -> closed(part));
        return part;
    }

    private static void closed(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception atTheEnd) {
            throw new IllegalStateException(atTheEnd);
        }
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
