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
            long low = low(eight);
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

    /** The first byte from there on that is no space or tab. */
    static int afterWsp(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isWsp(bytes[at])) {
            at++;
        }
        return at;
    }

    /**
     * Copies bytes up to the first that the relaxed form of a body may change: a tab, or a space
     * before a control character or another space. It may stop too early, as it does near the end
     * and where there is no room for eight bytes more, and never too late.
     *
     * @return how many were copied
     */
    static int copyPlain(byte[] bytes, int from, int end, byte[] target, int at) {
        int last = Math.min(end - from - 1, target.length - at) - Long.BYTES;
        int copied = 0;
        while (copied <= last) {
            long eight = (long) LONGS.get(bytes, from + copied);
            long following = (long) LONGS.get(bytes, from + copied + 1);
            LONGS.set(target, at + copied, eight);
            long found = equal(eight, '\t') | (equal(eight, ' ') & low(following));
            if (found != 0) {
                return copied + (Long.numberOfTrailingZeros(found) >> 3);
            }
            copied += Long.BYTES;
        }
        return copied;
    }

    /** The highest bit of each byte that is this one, and perhaps of bytes above such. */
    private static long equal(long eight, char c) {
        long zeros = eight ^ (LOWEST_BITS * c);
        return (zeros - LOWEST_BITS) & ~zeros & HIGHEST_BITS;
    }

    /** The highest bit of each control character or space, and perhaps of bytes above such. */
    private static long low(long eight) {
        return (eight - LOWEST_BITS * '!') & ~eight & HIGHEST_BITS;
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
