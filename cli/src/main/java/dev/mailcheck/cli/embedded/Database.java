package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.StoreException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One SQLite file. All work goes through one connection, one after another: what a check writes is
 * little. What was written is on the disk when the call returns.
 */
final class Database implements AutoCloseable {
    private static final int SCHEMA = 1;
    private static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE run (key TEXT PRIMARY KEY, domain TEXT NOT NULL,
                      earlier TEXT NOT NULL, status TEXT NOT NULL, total INTEGER NOT NULL, created INTEGER NOT NULL,
                      expires INTEGER NOT NULL) STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE judged (run TEXT NOT NULL REFERENCES run ON DELETE CASCADE,
                      check_id TEXT NOT NULL, status TEXT NOT NULL, PRIMARY KEY (run, check_id))
                      STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE asked (id TEXT PRIMARY KEY, run TEXT NOT NULL, domain TEXT NOT NULL,
                      language TEXT NOT NULL, created INTEGER NOT NULL, expires INTEGER NOT NULL)
                      STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE badge (token TEXT PRIMARY KEY, asked TEXT NOT NULL UNIQUE,
                      grade TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL)
                      STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE claim (key TEXT PRIMARY KEY, value TEXT NOT NULL,
                      expires INTEGER NOT NULL) STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE counter (key TEXT PRIMARY KEY, amount INTEGER NOT NULL,
                      expires INTEGER NOT NULL) STRICT, WITHOUT ROWID\
                    """,
                    """
                    CREATE TABLE api_key (key TEXT PRIMARY KEY, name TEXT NOT NULL,
                      created INTEGER NOT NULL) STRICT, WITHOUT ROWID\
                    """);

    private final Connection connection;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    /** Makes a value of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private Database(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Opens the file, which is made where it is not there.
     *
     * @throws SQLException where it is no database of ours, or cannot be written
     */
    static Database open(Path file, Clock clock) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            migrate(statement);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return new Database(connection, clock);
    }

    private static void migrate(Statement statement) throws SQLException {
        int version;
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            version = row.getInt(1);
        }
        if (version > SCHEMA) {
            throw new SQLException("a newer mailcheck wrote it");
        }
        if (version == 0) {
            statement.execute("BEGIN IMMEDIATE");
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA user_version = " + SCHEMA);
            statement.execute("COMMIT");
        }
    }

    /** Milliseconds of now, by which is judged what has expired. */
    long now() {
        return clock.millis();
    }

    /** Does several things in the turn of one. */
    <T> T together(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    int update(String sql, Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    <T> Optional<T> first(String sql, Row<T> reader, Object... values) {
        return all(sql, reader, values).stream().findFirst();
    }

    <T> List<T> all(String sql, Row<T> reader, Object... values) {
        return run(
                sql,
                values,
                statement -> {
                    List<T> rows = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            rows.add(reader.read(row));
                        }
                    }
                    return rows;
                });
    }

    private <T> T run(String sql, Object[] values, Work<T> work) {
        turn.lock();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.with(statement);
        } catch (SQLException failed) {
            throw new StoreException("the database does not answer", failed);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new StoreException("the database does not close", failed);
        } finally {
            turn.unlock();
        }
    }
}
