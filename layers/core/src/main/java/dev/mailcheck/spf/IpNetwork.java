package dev.mailcheck.spf;

import java.util.Comparator;

/** A range of addresses: those whose first {@code prefix} bits are these. */
public record IpNetwork(IpAddress address, int prefix) implements Comparable<IpNetwork> {
    private static final Comparator<IpNetwork> ORDER =
            Comparator.comparing(IpNetwork::address).thenComparingInt(IpNetwork::prefix);

    public IpNetwork {
        address = address.masked(prefix);
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
