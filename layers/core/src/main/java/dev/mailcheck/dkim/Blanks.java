package dev.mailcheck.dkim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds blanks and line ends in bytes: eight at a time where there are none, as in Base64. */
final class Blanks {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private Blanks() {}

    static boolean isWsp(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Whether a CRLF stands there. */
    static boolean isLineEnd(byte[] bytes, int at, int end) {
        return at + 1 < end && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    /** The first byte from there on that is no space, tab, or CR of a CRLF. */
    static int afterFws(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            if (isWsp(bytes[at])) {
                at++;
            } else if (isLineEnd(bytes, at, end)) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    /** The first byte from there on that is a control character or a space; the end if none is. */
    static int next(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long eight = (long) LONGS.get(bytes, at);
            long low = (eight - LOWEST_BITS * '!') & ~eight & HIGHEST_BITS;
            if (low != 0) {
                return at + (Long.numberOfTrailingZeros(low) >> 3);
            }
            at += Long.BYTES;
        }
        while (at < end && (bytes[at] > ' ' || bytes[at] < 0)) {
            at++;
        }
        return at;
    }

    /** Where the line ends that begins here: at its CRLF, or at the end. */
    static int lineEnd(byte[] bytes, int from, int end) {
        int at = next(bytes, from, end);
        while (at < end && !isLineEnd(bytes, at, end)) {
            at = next(bytes, at + 1, end);
        }
        return at;
    }
}
