package dev.mailcheck.cli;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines, without ever holding more than one that is not too long. */
final class BatchLines {
    /** A mail of 26 MiB in Base64 fits, with its zone. */
    static final int LONGEST = 48 << 20;

    /** Some editors begin a file with it. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private boolean first = true;
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
                return line(line.toByteArray(), tooLong);
            }
        }
        return line.size() == 0 && !tooLong ? null : line(line.toByteArray(), tooLong);
    }

    private Line line(byte[] text, boolean tooLong) {
        boolean marked = first && Arrays.mismatch(text, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length;
        first = false;
        return new Line(
                marked ? Arrays.copyOfRange(text, BYTE_ORDER_MARK.length, text.length) : text,
                tooLong);
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
