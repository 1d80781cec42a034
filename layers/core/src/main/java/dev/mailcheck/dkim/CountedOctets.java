package dev.mailcheck.dkim;

/** Counts all that is put, and hands on no more than a limit of it: the {@code l} of signatures. */
final class CountedOctets implements Octets {
    private final Octets target;
    private final long limit;
    private long count;

    CountedOctets(Octets target, long limit) {
        this.target = target;
        this.limit = limit;
    }

    @Override
    public void put(byte[] bytes, int from, int length) {
        long room = Math.max(limit - count, 0);
        count += length;
        if (room > 0) {
            target.put(bytes, from, (int) Math.min(room, length));
        }
    }

    /** How many bytes were put, those beyond the limit too. */
    long count() {
        return count;
    }
}
