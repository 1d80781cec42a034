package dev.mailcheck.spf;

import java.util.Comparator;
import java.util.Optional;

/** A range of addresses: those whose first {@code prefix} bits are these. */
public record IpNetwork(IpAddress address, int prefix) implements Comparable<IpNetwork> {
    private static final int WIDE = 8;

    private static final Comparator<IpNetwork> ORDER =
            Comparator.comparing(IpNetwork::address).thenComparingInt(IpNetwork::prefix);

    public IpNetwork {
        address = address.masked(prefix);
    }

    /** Reads what {@link #toString} writes. */
    static Optional<IpNetwork> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : IpAddress.parse(text.substring(0, slash))
                        .flatMap(address -> of(address, text.substring(slash + 1)));
    }

    private static Optional<IpNetwork> of(IpAddress address, String prefix) {
        int length = Decimal.parse(prefix, address.bits());
        return length < 0 ? Optional.empty() : Optional.of(new IpNetwork(address, length));
    }

    /** Larger than anyone's network: a prefix of 0 to 8. */
    boolean isWide() {
        return prefix <= WIDE;
    }

    /** The range twice as large; nothing is above a prefix of zero. */
    IpNetwork parent() {
        return new IpNetwork(address, Math.max(0, prefix - 1));
    }

    /** Whether the two are the halves of one larger range. */
    boolean isSiblingOf(IpNetwork other) {
        return prefix > 0
                && prefix == other.prefix
                && !equals(other)
                && parent().equals(other.parent());
    }

    /** True for an address of the same family within the range. */
    public boolean contains(IpAddress other) {
        return other.v6() == address.v6() && other.masked(prefix).equals(address);
    }

    boolean contains(IpNetwork other) {
        return other.prefix >= prefix && contains(other.address);
    }

    @Override
    public int compareTo(IpNetwork other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
