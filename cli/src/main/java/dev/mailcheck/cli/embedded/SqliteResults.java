package dev.mailcheck.cli.embedded;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Badge;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks, runs and badges in SQLite. */
final class SqliteResults implements Results {
    /** In the place of a run before. */
    private static final String NONE = "";

    private final Database database;

    SqliteResults(Database database) {
        this.database = database;
    }

    @Override
    public void add(StoredRun run) {
        database.update(
                "INSERT OR IGNORE INTO run VALUES (?, ?, ?, ?, ?, ?, ?)",
                run.key(),
                run.domain().name(),
                run.earlier().orElse(NONE),
                run.status().name(),
                run.total(),
                run.createdAt().toEpochMilli(),
                run.expiresAt().toEpochMilli());
    }

    @Override
    public Optional<StoredRun> run(String key) {
        return database.together(() ->
                database.first(
                        "SELECT * FROM run WHERE key = ? AND expires > ?",
                        row -> run(row, judged(key)),
                        key,
                        database.now()));
    }

    /** Runs that somebody waits for and that have not ended, the oldest first. */
    List<StoredRun> unfinished() {
        return database.all(
                "SELECT * FROM run WHERE status IN ('QUEUED', 'RUNNING') AND expires > ?"
                        + " AND EXISTS (SELECT 1 FROM asked WHERE asked.run = run.key)"
                        + " ORDER BY created",
                row -> run(row, Map.of()),
                database.now());
    }

    private Map<CheckId, Status> judged(String key) {
        Map<CheckId, Status> judged = new EnumMap<>(CheckId.class);
        database.all(
                        "SELECT check_id, status FROM judged WHERE run = ?",
                        row ->
                                Map.entry(
                                        CheckId.valueOf(row.getString(1)),
                                        Status.valueOf(row.getString(2))),
                        key)
                .forEach(entry -> judged.put(entry.getKey(), entry.getValue()));
        return judged;
    }

    private static StoredRun run(ResultSet row, Map<CheckId, Status> judged) throws SQLException {
        return new StoredRun(
                row.getString("key"),
                new Domain(row.getString("domain")),
                Optional.of(row.getString("earlier")).filter(key -> !key.equals(NONE)),
                RunStatus.valueOf(row.getString("status")),
                row.getInt("total"),
                judged,
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("expires")));
    }

    @Override
    public void started(String run, int total) {
        database.update("UPDATE run SET total = ? WHERE key = ?", total, run);
        raise(run, RunStatus.RUNNING);
    }

    @Override
    public void judged(String run, Map<CheckId, Status> judgements) {
        judgements.forEach((check, status) ->
                database.update(
                        "INSERT INTO judged SELECT key, ?, ? FROM run WHERE key = ?"
                                + " ON CONFLICT DO UPDATE SET status = excluded.status",
                        check.name(),
                        status.name(),
                        run));
    }

    @Override
    public void ended(String run, RunStatus how) {
        raise(run, how);
    }

    private void raise(String run, RunStatus to) {
        String before =
                Arrays.stream(RunStatus.values())
                        .filter(status -> status.compareTo(to) < 0)
                        .map(status -> "'" + status + "'")
                        .collect(Collectors.joining(", "));
        database.update(
                "UPDATE run SET status = ? WHERE key = ? AND status IN (" + before + ")",
                to.name(),
                run);
    }

    @Override
    public void add(StoredCheck check) {
        database.update(
                "INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?)",
                check.id().hex(),
                check.run(),
                check.domain().name(),
                check.language().name(),
                check.createdAt().toEpochMilli(),
                check.expiresAt().toEpochMilli());
    }

    @Override
    public Optional<StoredCheck> check(Hashed id) {
        return database.first(
                "SELECT * FROM asked WHERE id = ? AND expires > ?",
                row ->
                        new StoredCheck(
                                new Hashed(row.getString("id")),
                                row.getString("run"),
                                new Domain(row.getString("domain")),
                                Language.valueOf(row.getString("language")),
                                Instant.ofEpochMilli(row.getLong("created")),
                                Instant.ofEpochMilli(row.getLong("expires"))),
                id.hex(),
                database.now());
    }

    @Override
    public void publish(Badge badge) {
        database.update(
                "INSERT OR REPLACE INTO badge VALUES (?, ?, ?, ?, ?)",
                badge.token().hex(),
                badge.check().hex(),
                badge.grade().name(),
                badge.at().toEpochMilli(),
                badge.expiresAt().toEpochMilli());
    }

    @Override
    public Optional<Badge> badge(Hashed token) {
        return database.first(
                "SELECT * FROM badge WHERE token = ? AND expires > ?",
                row ->
                        new Badge(
                                new Hashed(row.getString("token")),
                                new Hashed(row.getString("asked")),
                                Grade.valueOf(row.getString("grade")),
                                Instant.ofEpochMilli(row.getLong("at")),
                                Instant.ofEpochMilli(row.getLong("expires"))),
                token.hex(),
                database.now());
    }

    @Override
    public void revokeBadge(Hashed check) {
        database.update("DELETE FROM badge WHERE asked = ?", check.hex());
    }
}
