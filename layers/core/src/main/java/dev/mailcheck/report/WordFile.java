package dev.mailcheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** One file of the catalogue: {@code words/<topic>.<language>.properties}, in UTF-8. */
final class WordFile {
    private final Properties words = new Properties();

    private WordFile() {}

    /** The file as it is among our resources; empty where there is none. */
    static WordFile load(String topic, Language language) {
        WordFile file = new WordFile();
        String resource = "/words/" + topic + "." + language.word() + ".properties";
        try (InputStream in = WordFile.class.getResourceAsStream(resource)) {
            if (in != null) {
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                file.words.load(reader);
            }
        } catch (IOException ours) {
            throw new UncheckedIOException(resource, ours);
        }
        return file;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }
}
