package dev.mailcheck.cli.embedded;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Large mails are in memory a few at a time, however many come at once. Who works with another one
 * waits for its turn; small mails never do.
 */
public final class LargeMails {
    /** Bytes from which on a mail is large. */
    static final int SMALL = 64 << 10;

    private static final int KILO = 1024;

    private final Semaphore free;
    private final int all;

    /**
     * @param bytes of large mails at once; one is always let in
     */
    public LargeMails(long bytes) {
        this.all = Math.toIntExact(bytes / KILO);
        this.free = new Semaphore(all, true);
    }

    /** An eighth of the heap: to be read, a mail needs some copies of parts of it. */
    public static LargeMails ofThisProcess() {
        return new LargeMails(Runtime.getRuntime().maxMemory() / 8);
    }

    /** Does something that has a mail of this size in memory. */
    <T> T with(long size, Supplier<T> work) {
        if (size <= SMALL) {
            return work.get();
        }
        int room = (int) Math.min(all, size / KILO + 1);
        free.acquireUninterruptibly(room);
        try {
            return work.get();
        } finally {
            free.release(room);
        }
    }
}
