package dev.mailcheck.bot;

import dev.mailcheck.service.RunNews;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.StoredRun;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Tells those who wait, in the process that runs the checks: once when half of a run is judged, and
 * at its end, which is tried again for a while where Slack does not take it.
 */
public final class RoomNews implements RunNews, AutoCloseable {
    private static final int TRIES = 5;

    private final Teller teller;
    private final Results results;
    private final Consumer<RuntimeException> faults;
    private final Set<String> halfway = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public RoomNews(Teller teller, Results results, Consumer<RuntimeException> faults) {
        this.teller = teller;
        this.results = results;
        this.faults = faults;
    }

    @Override
    public void judged(String run) {
        if (!halfway.contains(run) && isHalfDone(run) && halfway.add(run)) {
            does(() -> teller.goesOn(run));
        }
    }

    private boolean isHalfDone(String run) {
        Optional<StoredRun> now = results.run(run);
        return now.filter(one -> one.judged().size() * 2 >= one.total()).isPresent();
    }

    @Override
    public void ended(String run) {
        halfway.remove(run);
        does(() -> tell(run));
    }

    private void tell(String run) {
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<Duration> pause = teller.ended(run);
                if (pause.isEmpty()) {
                    return;
                }
                Thread.sleep(pause.get());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void does(Runnable work) {
        if (!threads.isShutdown()) {
            threads.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException fault) {
                    faults.accept(fault);
                }
            });
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
