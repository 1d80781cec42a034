package dev.mailcheck.cli;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines, without ever holding more than one that is not too long. */
final class BatchLines {
    /** A mail of 26 MiB in Base64 fits, with its zone. */
    static final int LONGEST = 48 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    BatchLines(InputStream in) {
        this.in = in;
    }

    /** A line without its end. */
    static final class Line {
        private final byte[] text;
        private final boolean tooLong;

        /**
         * @param tooLong its text was passed over
         */
        Line(byte[] text, boolean tooLong) {
            this.text = text;
            this.tooLong = tooLong;
        }

        byte[] text() {
            return text;
        }

        boolean tooLong() {
            return tooLong;
        }

        boolean isBlank() {
            for (byte b : text) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** The next line; null at the end. */
    @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (position < filled || fill()) {
            int end = lineEnd();
            tooLong |= line.size() + (end - position) > LONGEST;
            if (tooLong) {
                line.reset();
            } else {
                line.write(buffer, position, end - position);
            }
            boolean ended = end < filled;
            position = ended ? end + 1 : end;
            if (ended) {
                return new Line(line.toByteArray(), tooLong);
            }
        }
        return line.size() == 0 && !tooLong ? null : new Line(line.toByteArray(), tooLong);
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private int lineEnd() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
