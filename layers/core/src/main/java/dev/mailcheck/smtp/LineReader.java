package dev.mailcheck.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines that end in LF or CRLF, of at most 2,048 bytes. It buffers, so what a server sent too
 * early can be told and thrown away.
 */
final class LineReader {
    static final int MAX_LINE = 2048;

    /** A line, or why there is none. */
    sealed interface Line {
        /** One char a byte (ISO 8859-1), without the end of line. */
        record Text(String text) implements Line {}

        record Broken(SmtpTrouble trouble) implements Line {}
    }

    private final InputStream input;
    private final byte[] buffer = new byte[MAX_LINE + 1];
    private int next;
    private int end;

    LineReader(InputStream input) {
        this.input = input;
    }

    /** The next line; {@code CLOSED} also where the connection was closed by a timer of ours. */
    Line next() {
        try {
            return read();
        } catch (IOException closed) {
            return new Line.Broken(SmtpTrouble.CLOSED);
        }
    }

    private Line read() throws IOException {
        int scanned = 0;
        while (true) {
            for (; next + scanned < end; scanned++) {
                if (buffer[next + scanned] == '\n') {
                    return take(scanned, scanned + 1);
                }
            }
            if (scanned >= MAX_LINE) {
                return new Line.Broken(SmtpTrouble.LINE_TOO_LONG);
            }
            if (!fill()) {
                return scanned > 0 ? take(scanned, scanned) : new Line.Broken(SmtpTrouble.CLOSED);
            }
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
        int count = input.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count >= 0;
    }

    private Line take(int length, int consumed) {
        int text = length > 0 && buffer[next + length - 1] == '\r' ? length - 1 : length;
        String line = new String(buffer, next, text, StandardCharsets.ISO_8859_1);
        next += consumed;
        return new Line.Text(line);
    }

    /**
     * Throws away what has arrived and was not read, and says whether there was any. A server that
     * waits its turn has sent nothing.
     */
    boolean discardArrived() {
        boolean any = next < end;
        next = end;
        try {
            int waiting = Math.min(input.available(), buffer.length);
            return (waiting > 0 && input.read(buffer, 0, waiting) > 0) || any;
        } catch (IOException closed) {
            return any;
        }
    }
}
