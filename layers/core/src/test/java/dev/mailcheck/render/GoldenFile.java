package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An output that someone has read and found good, in src/test/resources. Where the output differs,
 * it is left in target/golden, to be read and copied if it is the better one.
 */
record GoldenFile(String name) {
    static GoldenFile of(String name) {
        return new GoldenFile(name);
    }

    void mustEqual(String actual) {
        String expected = read();
        if (!expected.equals(actual)) {
            write(actual);
        }
        assertThat(actual).isEqualTo(expected);
    }

    private String read() {
        try (InputStream in = GoldenFile.class.getResourceAsStream("/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(String actual) {
        try {
            Path file = Path.of("target/golden", name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
