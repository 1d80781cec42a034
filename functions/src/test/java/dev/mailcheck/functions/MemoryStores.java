package dev.mailcheck.functions;

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

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stores in memory, where nothing expires: for tests that are about something else. */
final class MemoryStores implements Results, Claims, Counters, Documents, ApiKeys {
    private final Map<String, StoredRun> runs = new HashMap<>();
    private final Map<Hashed, StoredCheck> checks = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, byte[]> documents = new HashMap<>();
    private final Map<Hashed, ApiKey> keys = new HashMap<>();

    private MemoryStores() {}

    static Stores open() {
        MemoryStores all = new MemoryStores();
        return new Stores(all, all, all, all, all);
    }

    @Override
    public void add(StoredRun run) {
        runs.putIfAbsent(run.key(), run);
    }

    @Override
    public Optional<StoredRun> run(String key) {
        return Optional.ofNullable(runs.get(key));
    }

    @Override
    public void started(String run, int total) {
        raise(run, RunStatus.RUNNING);
    }

    @Override
    public void judged(String run, CheckId check, Status status) {}

    @Override
    public void ended(String run, RunStatus how) {
        raise(run, how);
    }

    private void raise(String key, RunStatus to) {
        runs.computeIfPresent(
                key,
                (same, run) ->
                        run.status().compareTo(to) >= 0
                                ? run
                                : new StoredRun(
                                        key,
                                        run.domain(),
                                        run.earlier(),
                                        to,
                                        run.total(),
                                        run.judged(),
                                        run.createdAt(),
                                        run.expiresAt()));
    }

    @Override
    public void add(StoredCheck check) {
        checks.put(check.id(), check);
    }

    @Override
    public Optional<StoredCheck> check(Hashed id) {
        return Optional.ofNullable(checks.get(id));
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

    @Override
    public String claim(String key, String value, Instant until) {
        return Optional.ofNullable(claims.putIfAbsent(key, value)).orElse(value);
    }

    @Override
    public void replace(String key, String value, Instant until) {
        claims.put(key, value);
    }

    @Override
    public Optional<String> holder(String key) {
        return Optional.ofNullable(claims.get(key));
    }

    @Override
    public long add(String key, long amount, Instant until) {
        return counts.merge(key, amount, Long::sum);
    }

    @Override
    public void write(String run, String name, byte[] content) {
        documents.put(run + "/" + name, content.clone());
    }

    @Override
    public Optional<byte[]> read(String run, String name) {
        return Optional.ofNullable(documents.get(run + "/" + name));
    }

    @Override
    public void add(ApiKey key) {
        keys.put(key.key(), key);
    }

    @Override
    public Optional<ApiKey> find(Hashed key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public int remove(String name) {
        return 0;
    }
}
