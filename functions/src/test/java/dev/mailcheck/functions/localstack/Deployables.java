package dev.mailcheck.functions.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** What {@code mvn package} made to be deployed, held against the classes it was made of. */
final class Deployables {
    private static final List<String> ARTEFACTS =
            List.of("core-layer.zip", "aws-layer.zip", "functions.zip");
    private static final List<String> CLASSES =
            List.of("layers/core/target/classes", "functions/target/classes");

    private Deployables() {}

    /** Tests of what was packaged before the last change would say nothing of it. */
    static void assertFresh(Path root) {
        FileTime newest =
                CLASSES.stream()
                        .map(folder -> newest(root.resolve(folder)))
                        .max(FileTime::compareTo)
                        .orElseThrow();
        for (String artefact : ARTEFACTS) {
            Path file = root.resolve("functions/target/deploy").resolve(artefact);
            if (!Files.exists(file) || modified(file).compareTo(newest) < 0) {
                throw new IllegalStateException(
                        artefact + " is missing or older than the classes: mvn package makes it");
            }
        }
    }

    private static FileTime newest(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Deployables::modified)
                    .max(FileTime::compareTo)
                    .orElseThrow();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}
