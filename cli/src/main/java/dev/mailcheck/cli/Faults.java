package dev.mailcheck.cli;

import dev.mailcheck.cli.embedded.OperatorNews;
import dev.mailcheck.store.StoreException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the operator what is wrong, a line each, without a character of what was asked. The same
 * line again is told once in ten minutes: a disk that is full is so for everybody who asks.
 */
final class Faults implements OperatorNews {
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final Environment environment;
    private final Map<String, Instant> told = new HashMap<>();

    Faults(Environment environment) {
        this.environment = environment;
    }

    @Override
    public synchronized void note(String line) {
        Instant now = environment.clock().instant();
        told.values().removeIf(at -> at.plus(QUIET).isBefore(now));
        if (told.putIfAbsent(line, now) == null) {
            environment.err().println("mailcheck: " + line);
            environment.err().flush();
        }
    }

    @Override
    public synchronized void told(RuntimeException fault) {
        note(
                switch (fault) {
                    case StoreException store -> store.getMessage() + why(store);
                    case UncheckedIOException disk -> "the data directory" + why(disk);
                    default -> "an error of ours: " + ours(fault);
                });
        if (environment.variable("MAILCHECK_DEBUG").isPresent()) {
            fault.printStackTrace(environment.err());
            environment.err().flush();
        }
    }

    /** What the system says, but for the names of files, which are keys of runs. */
    private static String why(RuntimeException trouble) {
        Throwable cause = trouble.getCause();
        Optional<String> said =
                switch (cause) {
                    case FileSystemException file -> Optional.ofNullable(file.getReason());
                    case IOException io -> Optional.ofNullable(io.getMessage());
                    case SQLException database -> Optional.ofNullable(database.getMessage());
                    case null, default -> Optional.empty();
                };
        return ": "
                + said.flatMap(text -> text.lines().findFirst())
                        .orElseGet(() -> cause == null ? "?" : cause.getClass().getSimpleName());
    }

    private static String ours(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName()
                + " at "
                + (trace.length == 0 ? "?" : trace[0])
                + (fault.getCause() == null ? "" : ", " + fault.getCause().getClass());
    }
}
