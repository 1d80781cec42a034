package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * An IP address as a number: IPv4 in the low 32 bits of {@code low}, IPv6 in both halves. Written
 * and read as {@link IpLiteral} does.
 */
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {
    private static final Comparator<IpAddress> ORDER =
            Comparator.comparing(IpAddress::v6)
                    .thenComparing(IpAddress::high, Long::compareUnsigned)
                    .thenComparing(IpAddress::low, Long::compareUnsigned);
    private static final int NIBBLES = 32;

    /** The address of either family; empty where the text is none. */
    public static Optional<IpAddress> parse(String text) {
        return IpLiteral.parse(text).map(IpAddress::of);
    }

    private static IpAddress of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == 4
                ? v4(Integer.toUnsignedLong(bytes.getInt()))
                : new IpAddress(true, bytes.getLong(), bytes.getLong());
    }

    private static IpAddress v4(long number) {
        return new IpAddress(false, 0, number);
    }

    private InetAddress inet() {
        ByteBuffer bytes = ByteBuffer.allocate(v6 ? 16 : 4);
        return IpLiteral.address(
                v6 ? bytes.putLong(high).putLong(low).array() : bytes.putInt((int) low).array());
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
        return v6
                ? new IpAddress(true, high & mask(prefix), low & mask(prefix - 64))
                : v4(low & mask(prefix + 32));
    }

    private static long mask(int ones) {
        if (ones <= 0) {
            return 0;
        }
        return ones >= 64 ? -1L : -1L << (64 - ones);
    }

    /**
     * The dot format of the macro {@code i} (RFC 7208, section 7.3): the dotted quad, or one hex
     * digit after the other, in capitals as most implementations write it.
     */
    String dotted() {
        if (!v6) {
            return toString();
        }
        StringBuilder dotted = new StringBuilder(2 * NIBBLES);
        String digits = String.format(Locale.ROOT, "%016X%016X", high, low);
        digits.chars().forEach(c -> dotted.append(dotted.isEmpty() ? "" : ".").append((char) c));
        return dotted.toString();
    }

    /** The name under which its PTR records stand. */
    String reverseName() {
        return DnsName.reverseOf(inet()).text();
    }

    @Override
    public int compareTo(IpAddress other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return IpLiteral.text(inet());
    }
}
