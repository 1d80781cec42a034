package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.Mails;
import dev.mailcheck.store.StoreException;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Mails as files of one folder, by the key of their run. A file is forced to the disk before it
 * gets its name, so that what has a name is whole, even after a loss of power.
 */
public final class DirectoryMails implements Mails {
    private static final String RUN = "[A-Za-z0-9-]{1,64}";
    private static final String ENDING = ".eml";

    private final Path folder;

    public DirectoryMails(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String run, byte[] mail) {
        Path file = file(run);
        try {
            Files.createDirectories(folder);
            WholeFile.write(file, mail);
        } catch (IOException failed) {
            throw new StoreException("a mail cannot be written", failed);
        }
    }

    @Override
    public Optional<byte[]> read(String run) {
        try {
            return Optional.of(Files.readAllBytes(file(run)));
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new StoreException("a mail cannot be read", failed);
        }
    }

    /** How large the mail of a run is, in bytes; 0 where it is not there. */
    public long size(String run) {
        try {
            return Files.size(file(run));
        } catch (NoSuchFileException notThere) {
            return 0;
        } catch (IOException failed) {
            throw new StoreException("a mail cannot be read", failed);
        }
    }

    private Path file(String run) {
        if (!run.matches(RUN)) {
            throw new IllegalArgumentException("not the key of a run");
        }
        return folder.resolve(run + ENDING);
    }

    /** Removes the mails that came before this time. */
    public void removeOlderThan(Instant time) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> mails = Files.newDirectoryStream(folder)) {
            for (Path mail : mails) {
                if (Files.getLastModifiedTime(mail).toInstant().isBefore(time)) {
                    Files.deleteIfExists(mail);
                }
            }
        }
    }
}
