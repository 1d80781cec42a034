package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The stores of a service in one directory: a SQLite file and a folder of documents, readable by
 * their owner only. One service at a time may work in it; keys may be made beside it.
 */
public final class EmbeddedStores implements AutoCloseable {
    private static final List<String> EXPIRING =
            List.of("run", "asked", "badge", "claim", "counter");

    private final Database database;
    private final SqliteResults results;
    private final SqliteApiKeys keys;
    private final DirectoryDocuments documents;
    private final Stores stores;
    private final Optional<FileChannel> lock;

    private EmbeddedStores(Database database, Path directory, Optional<FileChannel> lock) {
        this.database = database;
        this.results = new SqliteResults(database);
        this.keys = new SqliteApiKeys(database);
        this.documents = new DirectoryDocuments(directory.resolve("runs"));
        this.stores =
                new Stores(
                        results,
                        new SqliteClaims(database),
                        new SqliteCounters(database),
                        documents,
                        keys);
        this.lock = lock;
    }

    /**
     * Opens the directory for a service, or makes it.
     *
     * @throws UnusableDirectory with one line that says why, and what to do
     */
    public static EmbeddedStores open(Path directory, Clock clock) throws UnusableDirectory {
        prepare(directory);
        FileChannel lock = lock(directory);
        try {
            return new EmbeddedStores(database(directory, clock), directory, Optional.of(lock));
        } catch (UnusableDirectory unusable) {
            close(lock);
            throw unusable;
        }
    }

    /** Opens it beside a service that may be running, to make and remove keys. */
    public static EmbeddedStores beside(Path directory, Clock clock) throws UnusableDirectory {
        prepare(directory);
        return new EmbeddedStores(database(directory, clock), directory, Optional.empty());
    }

    private static void prepare(Path directory) throws UnusableDirectory {
        try {
            Files.createDirectories(directory);
            if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(
                        directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException failed) {
            throw new UnusableDirectory("cannot be made or is not yours", failed);
        }
        if (!Files.isWritable(directory)) {
            throw new UnusableDirectory("cannot be written to");
        }
    }

    private static FileChannel lock(Path directory) throws UnusableDirectory {
        try {
            FileChannel channel =
                    FileChannel.open(
                            directory.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new UnusableDirectory("is in use by another mailcheck serve");
            }
            return channel;
        } catch (IOException failed) {
            throw new UnusableDirectory("cannot be written to", failed);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    private static Database database(Path directory, Clock clock) throws UnusableDirectory {
        try {
            return Database.open(directory.resolve("mailcheck.sqlite"), clock);
        } catch (SQLException failed) {
            throw new UnusableDirectory(
                    "holds a mailcheck.sqlite that cannot be used ("
                            + firstLine(failed)
                            + "); is it locked, damaged, or is the disk full?",
                    failed);
        }
    }

    private static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }

    public Stores stores() {
        return stores;
    }

    /** Runs that were accepted and have not ended: those that the last process left. */
    public List<StoredRun> unfinished() {
        return results.unfinished();
    }

    public boolean hasKeys() {
        return !keys.isEmpty();
    }

    /** Removes a run as if it had never been stored. */
    void forget(String run) {
        database.update("DELETE FROM run WHERE key = ?", run);
    }

    /** Removes what has expired. */
    public void sweep() throws IOException {
        for (String table : EXPIRING) {
            database.update("DELETE FROM " + table + " WHERE expires <= ?", database.now());
        }
        documents.sweep(run -> results.run(run).isPresent());
    }

    @Override
    public void close() {
        database.close();
        lock.ifPresent(EmbeddedStores::close);
    }

    private static void close(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException afterUse) {
            throw new UncheckedIOException(afterUse);
        }
    }
}
