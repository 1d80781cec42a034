package dev.mailcheck.world.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads command lines byte by byte, so that nothing behind STARTTLS is read too early. */
final class SmtpLine {
    private static final int MOST_BYTES = 4096;

    private SmtpLine() {}

    /** Returns the next line without its end, as ISO 8859-1 so that no byte is lost. */
    static String read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < MOST_BYTES) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the client hung up");
            }
            if (b == '\n') {
                break;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
