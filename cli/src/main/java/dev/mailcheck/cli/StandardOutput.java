package dev.mailcheck.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output that notes when a report was lost on the way, which a {@code PrintStream} keeps
 * to itself. Who closes the pipe early, as {@code head} does, wanted no more, and nothing is lost.
 */
final class StandardOutput extends OutputStream {
    private static final String READER_WENT = "Broken pipe";

    private final OutputStream out;
    private @Nullable IOException trouble;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        try {
            out.write(octets, from, count);
        } catch (IOException failed) {
            trouble = trouble == null ? failed : trouble;
            throw failed;
        }
    }

    /** Whether something was to be read here that never came. */
    boolean lost() {
        return trouble != null && !READER_WENT.equals(trouble.getMessage());
    }
}
