package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.ApiKeys;
import dev.mailcheck.store.Hashed;

import java.time.Instant;
import java.util.Optional;

/** API keys in SQLite. */
final class SqliteApiKeys implements ApiKeys {
    private final Database database;

    SqliteApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public void add(ApiKey key) {
        database.update(
                "INSERT OR REPLACE INTO api_key VALUES (?, ?, ?)",
                key.key().hex(),
                key.name(),
                key.createdAt().toEpochMilli());
    }

    @Override
    public Optional<ApiKey> find(Hashed key) {
        return database.first(
                "SELECT * FROM api_key WHERE key = ?",
                row ->
                        new ApiKey(
                                new Hashed(row.getString("key")),
                                row.getString("name"),
                                Instant.ofEpochMilli(row.getLong("created"))),
                key.hex());
    }

    @Override
    public int remove(String name) {
        return database.update("DELETE FROM api_key WHERE name = ?", name);
    }

    boolean isEmpty() {
        return database.first("SELECT 1 FROM api_key LIMIT 1", row -> 1).isEmpty();
    }
}
