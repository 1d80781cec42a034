package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.Documents;
import dev.mailcheck.store.StoreException;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Documents as files, a folder for each run. */
final class DirectoryDocuments implements Documents {
    private static final String RUN = "[A-Za-z0-9-]{1,64}";
    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,63}";

    private final Path folder;

    DirectoryDocuments(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String run, String name, byte[] content) {
        Path file = file(run, name);
        try {
            Files.createDirectories(file.resolveSibling(""));
            WholeFile.write(file, content);
        } catch (IOException failed) {
            throw new StoreException("a document cannot be written", failed);
        }
    }

    @Override
    public Optional<byte[]> read(String run, String name) {
        try {
            return Optional.of(Files.readAllBytes(file(run, name)));
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new StoreException("a document cannot be read", failed);
        }
    }

    private Path file(String run, String name) {
        if (!run.matches(RUN) || !name.matches(NAME)) {
            throw new IllegalArgumentException("not the name of a document");
        }
        return folder.resolve(run).resolve(name);
    }

    /** Removes the folders of runs that are gone. */
    void sweep(Predicate<String> isKept) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder)) {
            for (Path run : runs) {
                if (!isKept.test(run.getFileName().toString())) {
                    remove(run);
                }
            }
        }
    }

    private static void remove(Path run) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(run)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(run);
    }
}
