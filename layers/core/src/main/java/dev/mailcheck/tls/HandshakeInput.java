package dev.mailcheck.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes from the server, with an end to how much of it a handshake may take: records that
 * carry nothing cost a hostile server little and us a lot.
 */
final class HandshakeInput extends FilterInputStream {
    static final int MAX_BYTES = 256 * 1024;

    private long left = MAX_BYTES;
    private boolean ended;

    /** More came than any handshake needs. */
    static final class TooMuchData extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuchData() {
            super("more than " + MAX_BYTES + " bytes in a handshake");
        }
    }

    HandshakeInput(InputStream input) {
        super(input);
    }

    /** The handshake is over; what follows has its own limits. */
    void lift() {
        left = Long.MAX_VALUE;
    }

    /** Whether the other side, or a timer of ours, has closed the connection. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new TooMuchData();
        }
        int count = readOrEnd(bytes, offset, length);
        left -= Math.max(0, count);
        ended |= count < 0;
        return count;
    }

    private int readOrEnd(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException closed) {
            ended = true;
            throw closed;
        }
    }
}
