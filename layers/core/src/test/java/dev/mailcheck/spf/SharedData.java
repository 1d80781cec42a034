package dev.mailcheck.spf;

import static org.junit.jupiter.api.Assumptions.abort;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the conformance data beside the project; missing it is an error on CI and skipped
 * elsewhere.
 */
final class SharedData {
    private SharedData() {}

    static List<Row> cases(String folder) {
        Path file = root().resolve("conformance").resolve(folder).resolve("cases.jsonl");
        Jsonb jsonb = Jsonb.instance();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> row(jsonb, line)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @SuppressWarnings("unchecked")
    private static Row row(Jsonb jsonb, String line) {
        return new Row((Map<String, Object>) jsonb.type(Object.class).fromJson(line));
    }

    private static Path root() {
        String set = System.getProperty("mailcheck.shared", "");
        Path here = Path.of("").toAbsolutePath();
        return Stream.concat(
                        Stream.of(set).filter(text -> !text.isEmpty()).map(Path::of),
                        Stream.iterate(here, path -> path != null, Path::getParent)
                                .map(path -> path.resolve("shared")))
                .filter(path -> Files.isDirectory(path.resolve("conformance")))
                .findFirst()
                .orElseGet(SharedData::missing);
    }

    private static Path missing() {
        String message = "the shared conformance data is not there: ../shared/conformance";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(message);
        }
        System.err.println("SKIPPED: " + message);
        return abort(message);
    }
}
