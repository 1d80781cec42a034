package dev.mailcheck.world.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** Handshakes that a server spoils on purpose. */
public final class BrokenHandshake {
    private static final int RECORD_HEADER_BYTES = 5;
    private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

    /** Application data of 32 bytes: the length is a zero byte and a blank. */
    private static final byte[] JUNK_RECORD =
            "\u0017\u0003\u0003\0 not a word of this is encrypted."
                    .getBytes(StandardCharsets.ISO_8859_1);

    private BrokenHandshake() {}

    /** Reads the ClientHello and answers with the fatal alert handshake_failure. */
    public static void fail(InputStream in, OutputStream out) throws IOException {
        readRecord(in);
        out.write(HANDSHAKE_FAILURE);
        out.flush();
    }

    /**
     * Answers the ClientHello with a true ServerHello and then with a record nobody can decrypt.
     */
    public static void junkAfterServerHello(TlsServer server, InputStream in, OutputStream out)
            throws IOException {
        out.write(serverHello(server, in));
        out.write(JUNK_RECORD);
        out.flush();
    }

    /** Reads the ClientHello and returns a true ServerHello. */
    public static byte[] serverHello(TlsServer server, InputStream in) throws IOException {
        return serverHello(server.engine(), readRecord(in));
    }

    private static byte[] serverHello(SSLEngine engine, byte[] clientHello) throws IOException {
        ByteBuffer nothing = ByteBuffer.allocate(0);
        ByteBuffer output = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.beginHandshake();
        engine.unwrap(ByteBuffer.wrap(clientHello), ByteBuffer.allocate(0));
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            engine.getDelegatedTask().run();
        }
        engine.wrap(nothing, output);
        return Arrays.copyOf(output.array(), output.position());
    }

    private static byte[] readRecord(InputStream in) throws IOException {
        byte[] header = in.readNBytes(RECORD_HEADER_BYTES);
        if (header.length < RECORD_HEADER_BYTES) {
            throw new IOException("the client hung up before its hello");
        }
        int length = (header[3] & 0xff) << 8 | (header[4] & 0xff);
        byte[] record = Arrays.copyOf(header, RECORD_HEADER_BYTES + length);
        int read = in.readNBytes(record, RECORD_HEADER_BYTES, length);
        return Arrays.copyOf(record, RECORD_HEADER_BYTES + read);
    }
}
