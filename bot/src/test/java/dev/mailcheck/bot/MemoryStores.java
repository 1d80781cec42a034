package dev.mailcheck.bot;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.ApiKeys;
import dev.mailcheck.store.Badge;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Counters;
import dev.mailcheck.store.Documents;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Stores in memory for tests that are about something else; claims expire. */
final class MemoryStores implements Results, Claims, Counters, Documents, ApiKeys {
    private record Held(String value, Instant until) {}

    private final Clock clock;
    private final AtomicLong calls = new AtomicLong();
    private final Map<String, StoredRun> runs = new HashMap<>();
    private final Map<Hashed, StoredCheck> checks = new HashMap<>();
    private final Map<String, Held> claims = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, byte[]> documents = new HashMap<>();

    MemoryStores(Clock clock) {
        this.clock = clock;
    }

    Stores stores() {
        return new Stores(this, this, this, this, this);
    }

    /** All that a thief would read. */
    synchronized String everything() {
        return runs + " " + checks + " " + claims + " " + counts;
    }

    @Override
    public synchronized void add(StoredRun run) {
        calls.incrementAndGet();
        runs.putIfAbsent(run.key(), run);
    }

    @Override
    public synchronized Optional<StoredRun> run(String key) {
        calls.incrementAndGet();
        return Optional.ofNullable(runs.get(key));
    }

    @Override
    public void started(String run, int total) {
        change(run, RunStatus.RUNNING, total, Map.of());
    }

    @Override
    public void judged(String run, CheckId check, Status status) {
        change(run, RunStatus.QUEUED, 0, Map.of(check, status));
    }

    @Override
    public void ended(String run, RunStatus how) {
        change(run, how, 0, Map.of());
    }

    private synchronized void change(
            String key, RunStatus to, int total, Map<CheckId, Status> judged) {
        runs.computeIfPresent(
                key,
                (same, run) -> {
                    Map<CheckId, Status> all = new HashMap<>(run.judged());
                    all.putAll(judged);
                    return new StoredRun(
                            key,
                            run.domain(),
                            run.earlier(),
                            run.status().compareTo(to) >= 0 ? run.status() : to,
                            Math.max(run.total(), total),
                            all,
                            run.createdAt(),
                            run.expiresAt());
                });
    }

    @Override
    public synchronized void add(StoredCheck check) {
        calls.incrementAndGet();
        checks.put(check.id(), check);
    }

    @Override
    public synchronized Optional<StoredCheck> check(Hashed id) {
        calls.incrementAndGet();
        return Optional.ofNullable(checks.get(id))
                .filter(check -> check.expiresAt().isAfter(clock.instant()));
    }

    @Override
    public void publish(Badge badge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Badge> badge(Hashed token) {
        return Optional.empty();
    }

    @Override
    public void revokeBadge(Hashed check) {
        throw new UnsupportedOperationException();
    }

    /** How often anything was asked of claims, counters and results. */
    long calls() {
        return calls.get();
    }

    @Override
    public synchronized String claim(String key, String value, Instant until) {
        calls.incrementAndGet();
        Optional<String> holder = held(key);
        if (holder.isEmpty()) {
            claims.put(key, new Held(value, until));
        }
        return holder.orElse(value);
    }

    @Override
    public synchronized void replace(String key, String value, Instant until) {
        claims.put(key, new Held(value, until));
    }

    @Override
    public synchronized Optional<String> holder(String key) {
        calls.incrementAndGet();
        return held(key);
    }

    private Optional<String> held(String key) {
        return Optional.ofNullable(claims.get(key))
                .filter(held -> held.until().isAfter(clock.instant()))
                .map(Held::value);
    }

    @Override
    public synchronized long add(String key, long amount, Instant until) {
        calls.incrementAndGet();
        return counts.merge(key, amount, Long::sum);
    }

    @Override
    public synchronized void write(String run, String name, byte[] content) {
        documents.put(run + "/" + name, content.clone());
    }

    @Override
    public synchronized Optional<byte[]> read(String run, String name) {
        return Optional.ofNullable(documents.get(run + "/" + name));
    }

    @Override
    public void add(ApiKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ApiKey> find(Hashed key) {
        return Optional.empty();
    }

    @Override
    public int remove(String name) {
        return 0;
    }
}
