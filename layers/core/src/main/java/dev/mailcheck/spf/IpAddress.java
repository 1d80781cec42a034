package dev.mailcheck.spf;

import java.util.Comparator;
import java.util.Optional;

/**
 * An IP address as a number: IPv4 in the low 32 bits of {@code low}, IPv6 in both halves. Parsing is
 * strict: dotted quad without leading zeros, or RFC 4291, section 2.2, without zone.
 */
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {
    private static final Comparator<IpAddress> ORDER =
            Comparator.comparing(IpAddress::v6)
                    .thenComparing(IpAddress::high, Long::compareUnsigned)
                    .thenComparing(IpAddress::low, Long::compareUnsigned);

    /** The address of either family; empty where the text is none. */
    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') < 0 ? Ipv4Text.parse(text) : Ipv6Text.parse(text);
    }

    static IpAddress v4(long number) {
        return new IpAddress(false, 0, number);
    }

    int bits() {
        return v6 ? 128 : 32;
    }

    /** An IPv4 address in IPv6 clothes (::ffff:192.0.2.1) as IPv4 (RFC 7208, section 5). */
    public IpAddress unmapped() {
        return v6 && high == 0 && low >>> 32 == 0xffff ? v4(low & 0xffff_ffffL) : this;
    }

    /** The address with all bits behind the prefix cleared. */
    IpAddress masked(int prefix) {
        if (!v6) {
            return v4(low & mask(prefix + 32) & 0xffff_ffffL);
        }
        return new IpAddress(true, high & mask(prefix), low & mask(prefix - 64));
    }

    private static long mask(int ones) {
        if (ones <= 0) {
            return 0;
        }
        return ones >= 64 ? -1L : -1L << (64 - ones);
    }

    /** The bit at this place, counted from the left within the family's width. */
    boolean bit(int place) {
        int fromRight = bits() - 1 - place;
        return (fromRight >= 64 ? high >>> (fromRight - 64) & 1 : low >>> fromRight & 1) == 1;
    }

    /**
     * The dot format of the macro {@code i} (RFC 7208, section 7.3): the dotted quad, or one hex
     * digit after the other.
     */
    String dotted() {
        return v6 ? Ipv6Text.nibbles(this) : Ipv4Text.format(low);
    }

    /** The name under which its PTR records stand (RFC 1035, section 3.5; RFC 3596, section 2.5). */
    String reverseName() {
        return Macros.reversed(dotted()) + (v6 ? ".ip6.arpa" : ".in-addr.arpa");
    }

    @Override
    public int compareTo(IpAddress other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return v6 ? Ipv6Text.format(this) : Ipv4Text.format(low);
    }
}
