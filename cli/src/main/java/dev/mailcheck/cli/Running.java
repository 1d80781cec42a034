package dev.mailcheck.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** What goes on by itself until it is told to end. */
interface Running extends AutoCloseable {
    /** Tells whoever started it what he wants to know. */
    void announce(PrintStream err);

    @Override
    void close();

    /** Waits for the end of the process, and closes it before that. */
    default void awaitEnd(PrintStream err) {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    close();
                                    end.countDown();
                                }));
        announce(err);
        err.flush();
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
