package dev.mailcheck.store;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stores of a process that remembers nothing after its end: for rehearsals, and for tests. */
public final class MemoryStores implements Results, Claims, Counters, Documents, ApiKeys, Mails {
    private record Held(String value, Instant until) {}

    private record Counted(long amount, Instant until) {}

    private final Clock clock;
    private final Map<String, StoredRun> runs = new HashMap<>();
    private final Map<Hashed, StoredCheck> checks = new HashMap<>();
    private final Map<Hashed, Badge> badges = new HashMap<>();
    private final Map<String, Held> claims = new HashMap<>();
    private final Map<String, Counted> counts = new HashMap<>();
    private final Map<String, byte[]> documents = new HashMap<>();
    private final Map<String, byte[]> mails = new HashMap<>();
    private final Map<Hashed, ApiKey> keys = new HashMap<>();

    public MemoryStores(Clock clock) {
        this.clock = clock;
    }

    public Stores stores() {
        return new Stores(this, this, this, this, this);
    }

    /** All that a thief would read. */
    public synchronized String everything() {
        return runs + " " + checks + " " + badges + " " + claims + " " + counts + " " + keys;
    }

    private boolean lasts(Instant until) {
        return until.isAfter(clock.instant());
    }

    @Override
    public synchronized void add(StoredRun run) {
        runs.putIfAbsent(run.key(), run);
    }

    @Override
    public synchronized Optional<StoredRun> run(String key) {
        return Optional.ofNullable(runs.get(key)).filter(run -> lasts(run.expiresAt()));
    }

    @Override
    public void started(String run, int total) {
        change(run, RunStatus.RUNNING, total, Map.of());
    }

    @Override
    public void judged(String run, Map<CheckId, Status> judgements) {
        change(run, RunStatus.QUEUED, 0, judgements);
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
        checks.put(check.id(), check);
    }

    @Override
    public synchronized Optional<StoredCheck> check(Hashed id) {
        return Optional.ofNullable(checks.get(id)).filter(check -> lasts(check.expiresAt()));
    }

    @Override
    public synchronized void publish(Badge badge) {
        revokeBadge(badge.check());
        badges.put(badge.token(), badge);
    }

    @Override
    public synchronized Optional<Badge> badge(Hashed token) {
        return Optional.ofNullable(badges.get(token)).filter(badge -> lasts(badge.expiresAt()));
    }

    @Override
    public synchronized void revokeBadge(Hashed check) {
        badges.values().removeIf(badge -> badge.check().equals(check));
    }

    @Override
    public synchronized String claim(String key, String value, Instant until) {
        Optional<String> holder = holder(key);
        if (holder.isEmpty()) {
            replace(key, value, until);
        }
        return holder.orElse(value);
    }

    @Override
    public synchronized void replace(String key, String value, Instant until) {
        claims.put(key, new Held(value, until));
    }

    @Override
    public synchronized Optional<String> holder(String key) {
        return Optional.ofNullable(claims.get(key))
                .filter(held -> lasts(held.until()))
                .map(Held::value);
    }

    @Override
    public synchronized long add(String key, long amount, Instant until) {
        Counted counted =
                Optional.ofNullable(counts.get(key))
                        .filter(sofar -> lasts(sofar.until()))
                        .map(sofar -> new Counted(sofar.amount() + amount, sofar.until()))
                        .orElseGet(() -> new Counted(amount, until));
        counts.put(key, counted);
        return counted.amount();
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
    public synchronized void write(String run, byte[] mail) {
        mails.put(run, mail.clone());
    }

    @Override
    public synchronized Optional<byte[]> read(String run) {
        return Optional.ofNullable(mails.get(run));
    }

    @Override
    public synchronized void add(ApiKey key) {
        keys.put(key.key(), key);
    }

    @Override
    public synchronized Optional<ApiKey> find(Hashed key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public synchronized int remove(String name) {
        int before = keys.size();
        keys.values().removeIf(key -> key.name().equals(name));
        return before - keys.size();
    }
}
