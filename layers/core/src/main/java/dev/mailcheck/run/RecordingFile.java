package dev.mailcheck.run;

import dev.mailcheck.json.NestingDepth;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * How reading a recording ended. The file may be damaged, of another program, or made by someone
 * who means us harm: it is bounded before it is parsed, and nothing is thrown but for I/O.
 */
public sealed interface RecordingFile {
    /** Bytes a recording may have. */
    int MAX_BYTES = 16 << 20;

    /** Levels of nesting it may have. */
    int MAX_DEPTH = 100;

    /** It can be judged. */
    record Intact(Recording recording) implements RecordingFile {}

    /**
     * It cannot.
     *
     * @param why in one line of English, without a character of the file
     */
    record Unreadable(String why) implements RecordingFile {}

    /** Reads to the end of the file, or to what a recording may have at most. */
    static RecordingFile read(InputStream in, Jsonb jsonb) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return new Unreadable("it is larger than 16 MiB, which no recording is");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.contains("\"mailcheck-recording/")) {
            return new Unreadable("it is not a recording; --record writes one");
        }
        if (!text.contains("\"" + Recording.SCHEMA + "\"")) {
            return new Unreadable(
                    "a newer mailcheck wrote it, in a form that this one cannot read");
        }
        return NestingDepth.of(text) > MAX_DEPTH
                ? new Unreadable("it is damaged: nested deeper than any recording")
                : parse(text, jsonb);
    }

    private static RecordingFile parse(String text, Jsonb jsonb) {
        try {
            Recording recording = jsonb.type(Recording.class).fromJson(text);
            return Completeness.isWhole(recording)
                    ? new Intact(recording)
                    : new Unreadable(
                            "it is damaged, or another version wrote it: parts are missing");
        } catch (RuntimeException damaged) {
            return new Unreadable("it is damaged, or another version wrote it");
        }
    }
}
