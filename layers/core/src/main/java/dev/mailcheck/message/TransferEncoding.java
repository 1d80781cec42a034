package dev.mailcheck.message;

import java.util.Arrays;
import java.util.Locale;

/**
 * Undoes the transfer encodings of MIME (RFC 2045, sections 6.7 and 6.8), of broken bodies too:
 * signs that have no place are passed over, and what an end cut off is lost alone.
 */
final class TransferEncoding {
    private static final byte[] BASE64 = new byte[128];

    static {
        Arrays.fill(BASE64, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            BASE64[alphabet.charAt(i)] = (byte) i;
        }
    }

    private TransferEncoding() {}

    /** The decoded bytes of a part; of an encoding nobody knows the bytes as they are. */
    static byte[] decode(String encoding, byte[] bytes, int from, int to) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(bytes, from, to);
            case "quoted-printable" -> quotedPrintable(Arrays.copyOfRange(bytes, from, to));
            default -> Arrays.copyOfRange(bytes, from, to);
        };
    }

    static byte[] base64(byte[] bytes, int from, int to) {
        byte[] out = new byte[(to - from) / 4 * 3 + 3];
        int length = 0;
        int bits = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int value = bytes[i] >= 0 ? BASE64[bytes[i]] : -1;
            if (value >= 0) {
                bits = bits << 6 | value;
                count++;
                if (count > 1) {
                    out[length++] = (byte) (bits >> (8 - 2 * count & 7));
                    count = count == 4 ? 0 : count;
                }
            } else if (bytes[i] == '=') {
                count = 0;
            }
        }
        return Arrays.copyOf(out, length);
    }

    static byte[] quotedPrintable(byte[] bytes) {
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int next = bytes[i] == '=' ? softBreak(bytes, i + 1) : -1;
            int octet = bytes[i] == '=' ? octet(bytes, i + 1) : -1;
            if (next > 0) {
                i = next - 1;
            } else if (octet >= 0) {
                bytes[length++] = (byte) octet;
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** The place after a soft line break, blanks before its line end included; -1 if it is none. */
    private static int softBreak(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i < bytes.length && bytes[i] == '\n' ? i + 1 : -1;
    }

    private static int octet(byte[] bytes, int from) {
        if (from + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[from], 16);
        int low = Character.digit(bytes[from + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
