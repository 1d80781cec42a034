package dev.mailcheck.https;

import java.io.ByteArrayInputStream;

/** Fuzz target: any bytes as the reply of a web server. */
public final class PageFuzz {
    private PageFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        new PageReader(new ByteArrayInputStream(input)).read();
    }
}
