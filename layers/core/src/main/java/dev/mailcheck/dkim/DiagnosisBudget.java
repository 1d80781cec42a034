package dev.mailcheck.dkim;

/** How many bytes may be hashed to find out why signatures of one mail fail. */
final class DiagnosisBudget {
    private long left = 64L << 20;

    /** Whether this many more may be hashed; they are then taken off. */
    boolean spend(long bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }
}
