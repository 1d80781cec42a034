package dev.mailcheck.cli.embedded;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.EhloName;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Progress;
import dev.mailcheck.run.RecordingFile;
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Publication;
import dev.mailcheck.service.RunNews;
import dev.mailcheck.service.RunProgress;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoreException;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs checks in this process, so many at once, the others in turn. What ends by a fault of ours is
 * told to the store as failed. What cannot be stored, since the disk is full, is run again a little
 * later; what does not end, because the process does, by the next one.
 */
public final class ServiceRuns implements CheckStarter, AutoCloseable {
    private static final int AT_ONCE = 16;
    private static final int MOST_WAITING = 1000;
    private static final Duration UNTIL_STORED = Duration.ofSeconds(30);

    private final Stores stores;
    private final Looking looking;
    private final Publication publication;
    private final Visits visits;
    private final Optional<MailWork> mails;
    private final Consumer<RuntimeException> faults;
    private final RunNews news;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param mails makes what does the work of mails; it is given what starts their runs
     * @param faults hears of faults of ours
     * @param news hears how runs go on
     */
    public ServiceRuns(
            Stores stores,
            Looking looking,
            Periods periods,
            Function<CheckStarter, Optional<MailWork>> mails,
            Consumer<RuntimeException> faults,
            RunNews news) {
        this.stores = stores;
        this.looking = looking;
        this.publication =
                new Publication(stores, looking.surroundings().random(), Jsonb.instance());
        this.visits = new Visits(looking.surroundings().clock(), periods.reuse());
        this.faults = faults;
        this.news = news;
        this.mails = mails.apply(this);
    }

    /** What does the work of mails, where mails are taken. */
    public Optional<MailWork> mails() {
        return mails;
    }

    /** Whether any run is not at its end yet. */
    boolean isBusy() {
        return !known.isEmpty();
    }

    /** Where this service runs its probes. */
    public ExecutorService threads() {
        return threads;
    }

    @Override
    public void start(StoredRun run) {
        if (known.size() >= MOST_WAITING) {
            throw new IllegalStateException("too many checks wait");
        }
        if (known.add(run.key())) {
            threads.execute(() -> inTurn(run));
        }
    }

    private void inTurn(StoredRun run) {
        try {
            while (!isRunToItsEnd(run)) {
                Thread.sleep(UNTIL_STORED);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            known.remove(run.key());
        }
    }

    private boolean isRunToItsEnd(StoredRun run) throws InterruptedException {
        turns.acquire();
        try {
            run(run);
            return true;
        } catch (StoreException down) {
            faults.accept(down);
            return threads.isShutdown();
        } finally {
            turns.release();
        }
    }

    /** It may have ended while somebody still took it for one that waits. */
    private boolean isDone(StoredRun run) {
        return stores.results()
                .run(run.key())
                .filter(known -> known.status() == RunStatus.DONE)
                .isPresent();
    }

    /** At the end of the process what is cut short is no result. */
    private void run(StoredRun run) {
        try {
            if (isDone(run)) {
                return;
            }
            Instant at = looking.surroundings().clock().instant();
            Seen seen = observe(run, at);
            if (!threads.isShutdown()) {
                publication.publish(run.key(), seen, at, () -> answer(run, seen));
                news.ended(run.key());
            }
        } catch (StoreException down) {
            throw down;
        } catch (RuntimeException bug) {
            if (!threads.isShutdown()) {
                faults.accept(bug);
                publication.failed(run.key());
                news.ended(run.key());
            }
        }
    }

    private void answer(StoredRun run, Seen seen) {
        if (MailDesk.isMail(run)) {
            mails.ifPresent(mail -> mail.answer(run, seen));
        }
    }

    private Seen observe(StoredRun run, Instant at) {
        try (SharedDoors shared = SharedDoors.open(looking.surroundings(), visits.now())) {
            return MailDesk.isMail(run)
                    ? mails.orElseThrow(() -> new IllegalStateException("no mails are taken here"))
                            .observe(run, shared, at, threads, progress(run))
                    : observe(run, shared, at);
        }
    }

    private Seen observe(StoredRun run, SharedDoors shared, Instant at) {
        try (LiveDoors live =
                LiveDoors.open(
                        shared,
                        looking.surroundings(),
                        looking.zone(),
                        List.of(),
                        looking.budget(),
                        threads)) {
            return CheckRunner.observe(
                    target(run.domain(), live), live.doors(), at, progress(run), earlier(run));
        }
    }

    private Progress progress(StoredRun run) {
        return new RunProgress(stores.results(), run.key(), news);
    }

    private Target target(Domain domain, LiveDoors live) {
        return new Target(
                domain, EhloName.in(looking.options(), looking.surroundings(), live.doors().dns()));
    }

    /** What the run before saw, if it can be read. */
    private Observations earlier(StoredRun run) {
        return run.earlier()
                .flatMap(key -> stores.documents().read(key, Publication.SEEN))
                .map(ServiceRuns::observations)
                .orElse(new Observations(List.of()));
    }

    private static Observations observations(byte[] recording) {
        try {
            return switch (RecordingFile.read(
                    new ByteArrayInputStream(recording), Jsonb.instance())) {
                case RecordingFile.Intact intact -> intact.recording().seen().observations();
                case RecordingFile.Unreadable unreadable -> new Observations(List.of());
            };
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** Ends what runs, without a result. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
