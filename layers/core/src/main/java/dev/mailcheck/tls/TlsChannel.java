package dev.mailcheck.tls;

import org.bouncycastle.tls.TlsProtocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The two streams of a connection behind a completed handshake. Whatever the peer does to the
 * record layer comes out of them as an IOException, as with any other stream.
 */
public final class TlsChannel implements AutoCloseable {
    private final TlsProtocol protocol;

    TlsChannel(TlsProtocol protocol) {
        this.protocol = protocol;
    }

    public InputStream input() {
        return new Input(protocol);
    }

    public OutputStream output() {
        return new Output(protocol);
    }

    /** Says goodbye in TLS; the connection beneath stays open. */
    @Override
    public void close() {
        try {
            protocol.close();
        } catch (IOException | RuntimeException gone) {
            // The peer went first, which ends the channel as well.
        }
    }

    private static final class Input extends InputStream {
        private final TlsProtocol protocol;

        Input(TlsProtocol protocol) {
            this.protocol = protocol;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return protocol.readApplicationData(bytes, offset, length);
            } catch (RuntimeException broken) {
                throw new IOException(broken);
            }
        }

        @Override
        public int available() {
            return protocol.applicationDataAvailable();
        }
    }

    private static final class Output extends OutputStream {
        private final TlsProtocol protocol;

        Output(TlsProtocol protocol) {
            this.protocol = protocol;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                protocol.writeApplicationData(bytes, offset, length);
            } catch (RuntimeException broken) {
                throw new IOException(broken);
            }
        }
    }
}
