package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.Counters;

import java.time.Instant;

/** Counts in SQLite. */
final class SqliteCounters implements Counters {
    private final Database database;

    SqliteCounters(Database database) {
        this.database = database;
    }

    @Override
    public long add(String key, long amount, Instant until) {
        return database.first(
                        "INSERT INTO counter VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET"
                                + " amount = excluded.amount + iif(expires > ?, amount, 0),"
                                + " expires = excluded.expires RETURNING amount",
                        row -> row.getLong(1),
                        key,
                        amount,
                        until.toEpochMilli(),
                        database.now())
                .orElse(amount);
    }
}
