package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.Claims;

import java.time.Instant;
import java.util.Optional;

/** Claims in SQLite. */
final class SqliteClaims implements Claims {
    private static final String PUT =
            "INSERT INTO claim VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
                    + " SET value = excluded.value, expires = excluded.expires";

    private final Database database;

    SqliteClaims(Database database) {
        this.database = database;
    }

    @Override
    public String claim(String key, String value, Instant until) {
        return database.together(() -> {
            database.update(
                    PUT + " WHERE claim.expires <= ?",
                    key,
                    value,
                    until.toEpochMilli(),
                    database.now());
            return holder(key).orElse(value);
        });
    }

    @Override
    public void replace(String key, String value, Instant until) {
        database.update(PUT, key, value, until.toEpochMilli());
    }

    @Override
    public Optional<String> holder(String key) {
        return database.first(
                "SELECT value FROM claim WHERE key = ? AND expires > ?",
                row -> row.getString(1),
                key,
                database.now());
    }
}
