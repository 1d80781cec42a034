package dev.mailcheck.dkim;

/**
 * A copy of bytes in which each bare LF is a CRLF, as they were before a program saved them (RFC
 * 6376, section 5.3).
 */
final class CrlfCopy {
    private final byte[] copy;
    private final int[] shifts;

    private CrlfCopy(byte[] copy, int[] shifts) {
        this.copy = copy;
        this.shifts = shifts;
    }

    /**
     * @param places in ascending order, whose place in the copy is to be known
     */
    static CrlfCopy of(byte[] bytes, int from, int end, int[] places) {
        byte[] copy = new byte[end - from + bareLfs(bytes, from, end)];
        int[] shifts = new int[places.length];
        int to = 0;
        int place = 0;
        for (int at = from; at < end; at++) {
            while (place < places.length && places[place] == at) {
                shifts[place++] = to;
            }
            if (isBareLf(bytes, at, from)) {
                copy[to++] = '\r';
            }
            copy[to++] = bytes[at];
        }
        while (place < places.length) {
            shifts[place++] = to;
        }
        return new CrlfCopy(copy, shifts);
    }

    byte[] bytes() {
        return copy;
    }

    /** Where the place of that index is in the copy: before the CR that was put there. */
    int place(int index) {
        return shifts[index];
    }

    private static int bareLfs(byte[] bytes, int from, int end) {
        int count = 0;
        for (int at = from; at < end; at++) {
            count += isBareLf(bytes, at, from) ? 1 : 0;
        }
        return count;
    }

    private static boolean isBareLf(byte[] bytes, int at, int from) {
        return bytes[at] == '\n' && (at == from || bytes[at - 1] != '\r');
    }
}
