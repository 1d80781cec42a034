package dev.mailcheck.render;

import dev.mailcheck.report.Words;

import io.avaje.jsonb.Jsonb;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The registry of output formats, by the word that {@code --format} takes. */
public enum Format {
    TEXT {
        @Override
        public Renderer renderer(Words words, Jsonb jsonb, TextStyle style) {
            return new TextRenderer(words, style);
        }
    },
    JSON {
        @Override
        public Renderer renderer(Words words, Jsonb jsonb, TextStyle style) {
            return new JsonRenderer(jsonb);
        }
    };

    /**
     * The renderer of this format.
     *
     * @param words in the language of the reports
     * @param style for those formats that are for a terminal
     */
    public abstract Renderer renderer(Words words, Jsonb jsonb, TextStyle style);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
