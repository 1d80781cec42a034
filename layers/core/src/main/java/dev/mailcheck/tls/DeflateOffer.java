package dev.mailcheck.tls;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Offers DEFLATE (RFC 3749, section 2) in a ClientHello that was made without it, since no library
 * of today does; and has the record say TLS 1.0, as clients do that offer something newer than SSL
 * 3.0, whatever their oldest version is (RFC 5246, appendix E.1). The two sides then hash different
 * hellos: a handshake can be led to the server's choice, and not to its end.
 */
final class DeflateOffer extends FilterOutputStream {
    private static final int RECORD_HEADER = 5;
    private static final int RECORD_MINOR_VERSION = 2;
    private static final int RECORD_LENGTH = 3;
    private static final int MESSAGE_LENGTH = RECORD_HEADER + 2;
    private static final int HELLO_MINOR_VERSION = RECORD_HEADER + 4 + 1;
    private static final int SESSION_ID = RECORD_HEADER + 4 + 2 + 32;
    private static final byte[] DEFLATE_OR_NULL = {2, 1, 0};

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private boolean sent;

    DeflateOffer(OutputStream output) {
        super(output);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (sent) {
            out.write(bytes, offset, length);
            return;
        }
        first.write(bytes, offset, length);
        byte[] record = first.toByteArray();
        if (record.length >= RECORD_HEADER
                && record.length >= RECORD_HEADER + number(record, RECORD_LENGTH)) {
            sent = true;
            out.write(offering(record));
        }
    }

    private static byte[] offering(byte[] hello) {
        int suites = SESSION_ID + 1 + hello[SESSION_ID];
        int methods = suites + 2 + number(hello, suites);
        byte[] longer = Arrays.copyOf(hello, hello.length + 1);
        System.arraycopy(hello, methods, longer, methods + 1, hello.length - methods);
        System.arraycopy(DEFLATE_OR_NULL, 0, longer, methods, DEFLATE_OR_NULL.length);
        longer[RECORD_MINOR_VERSION] = (byte) Math.min(1, hello[HELLO_MINOR_VERSION]);
        set(longer, RECORD_LENGTH, number(hello, RECORD_LENGTH) + 1);
        set(longer, MESSAGE_LENGTH, number(hello, MESSAGE_LENGTH) + 1);
        return longer;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static void set(byte[] bytes, int at, int number) {
        bytes[at] = (byte) (number >> 8);
        bytes[at + 1] = (byte) number;
    }
}
