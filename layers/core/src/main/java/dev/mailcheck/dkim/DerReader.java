package dev.mailcheck.dkim;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the few DER forms that a public key is made of (ITU-T X.690), within the bytes it was
 * given. What is not well-formed is an empty answer.
 */
final class DerReader {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private int at;

    DerReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The content of the next value, where it has this tag. */
    Optional<byte[]> next(int tag) {
        if (remaining() < 2 || (bytes[at] & 0xff) != tag) {
            return Optional.empty();
        }
        at++;
        int length = length();
        if (length < 0 || length > remaining()) {
            return Optional.empty();
        }
        at += length;
        return Optional.of(Arrays.copyOfRange(bytes, at - length, at));
    }

    boolean startsWith(int tag) {
        return remaining() > 0 && (bytes[at] & 0xff) == tag;
    }

    /** The length octets of up to two digits beyond the first; negative for all others. */
    private int length() {
        int first = bytes[at++] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int digits = first - 0x80;
        if (digits == 0 || digits > 2 || digits > remaining()) {
            return -1;
        }
        int length = 0;
        for (int i = 0; i < digits; i++) {
            length = (length << 8) | (bytes[at++] & 0xff);
        }
        return length;
    }

    private int remaining() {
        return bytes.length - at;
    }
}
