package dev.mailcheck.render;

import dev.mailcheck.report.Words;

import io.avaje.jsonb.Jsonb;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The registry of output formats, by the word that {@code --format} takes. */
public enum Format {
    TEXT,
    JSON,
    HTML,
    JUNIT,
    SARIF,
    CSV;

    /**
     * The renderer of this format.
     *
     * @param words in the language of the reports
     * @param style for those formats that are for a terminal
     */
    public Renderer renderer(Words words, Jsonb jsonb, TextStyle style) {
        return switch (this) {
            case TEXT -> new TextRenderer(words, style);
            case JSON -> new JsonRenderer(jsonb);
            case HTML -> new HtmlRenderer(words);
            case JUNIT -> new JunitRenderer(words);
            case SARIF -> new SarifRenderer(words, jsonb);
            case CSV -> new CsvRenderer();
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
