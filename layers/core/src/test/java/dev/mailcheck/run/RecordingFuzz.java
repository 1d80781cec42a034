package dev.mailcheck.run;

import io.avaje.jsonb.Jsonb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Fuzz target: any bytes as a recording. */
public final class RecordingFuzz {
    private RecordingFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            RecordingFile.read(new ByteArrayInputStream(input), Jsonb.instance());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
