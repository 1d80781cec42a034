package dev.mailcheck.https;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Passes on what a server sends, and remembers how it began and whether it has ended. */
final class FirstBytes extends FilterInputStream {
    private static final int KEPT = 9;
    private static final int SETTINGS = 4;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream(KEPT);
    private boolean ended;

    FirstBytes(InputStream input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        ended |= count < 0;
        if (count > 0 && first.size() < KEPT) {
            first.write(bytes, offset, Math.min(count, KEPT - first.size()));
        }
        return count;
    }

    boolean ended() {
        return ended;
    }

    /** True where something came that is no reply in HTTP/1. */
    boolean areNotHttp1() {
        String text = first.toString(StandardCharsets.ISO_8859_1);
        String begin = "HTTP/1.";
        return !text.startsWith(begin) && !begin.startsWith(text);
    }

    /** The preface of a server in HTTP/2: a SETTINGS frame (RFC 9113, section 3.4). */
    boolean areHttp2() {
        byte[] bytes = first.toByteArray();
        return bytes.length == KEPT && bytes[0] == 0 && bytes[1] == 0 && bytes[3] == SETTINGS;
    }
}
