package dev.mailcheck;

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
 * Reads the conformance data beside the project, one JSON object a line. Where it is missing, that
 * is an error on CI, and elsewhere the test is skipped aloud.
 */
public final class SharedCases {
    private SharedCases() {}

    /** The cases of one folder. */
    public static List<Map<String, Object>> in(String folder) {
        Jsonb jsonb = Jsonb.instance();
        try (Stream<String> lines = Files.lines(folder(folder).resolve("cases.jsonl"))) {
            return lines.map(line -> map(jsonb.type(Object.class).fromJson(line))).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Path folder(String name) {
        return root().resolve("conformance").resolve(name);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    /** A value that the case must have. */
    static Object get(Map<String, Object> json, String name) {
        Object value = json.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not in " + json);
        }
        return value;
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
                .orElseGet(SharedCases::missing);
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
