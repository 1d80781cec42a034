package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.EmbeddedStores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Removes what has expired, at the start and then every hour. */
final class Sweeping implements AutoCloseable {
    private static final int EVERY_MINUTES = 60;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sweep").factory());

    private final ScheduledFuture<?> sweeps;

    Sweeping(EmbeddedStores stores, Optional<MailDoor> mail, Faults faults) {
        this.sweeps =
                thread.scheduleWithFixedDelay(
                        () -> sweep(stores, mail, faults), 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private static void sweep(EmbeddedStores stores, Optional<MailDoor> mail, Faults faults) {
        try {
            stores.sweep();
            if (mail.isPresent()) {
                mail.get().sweep();
            }
        } catch (IOException diskTrouble) {
            faults.told(new UncheckedIOException(diskTrouble));
        } catch (RuntimeException fault) {
            faults.told(fault);
        }
    }

    @Override
    public void close() {
        sweeps.cancel(true);
        thread.shutdownNow();
    }
}
