package dev.mailcheck.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The egress guard: to which addresses a packet may go. An address is judged by the registries of
 * special-purpose addresses (RFC 6890, section 2.2, as kept up by IANA), not by what the JDK knows
 * of it; one that wraps an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo) is judged by
 * that.
 */
public enum AddressPolicy {
    /** Global unicast only. */
    PUBLIC_ONLY {
        @Override
        boolean permitsPlain(byte[] address) {
            return isGlobal(address);
        }
    },
    /** These and the documentation blocks, which the sample world and tests live in. */
    DOCUMENTATION {
        @Override
        boolean permitsPlain(byte[] address) {
            return isGlobal(address) || in(DOCUMENTED, address);
        }
    },
    /** Every unicast address ({@code --allow-private-targets}). */
    LAB {
        @Override
        boolean permitsPlain(byte[] address) {
            return Arrays.equals(address, LOOPBACK) || !in(NOT_UNICAST, address);
        }
    };

    private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private static final Prefix GLOBAL_V6 = Prefix.of("2000::/3");

    /** Blocks with their own meaning, as IANA lists them, without those reachable everywhere. */
    private static final List<Prefix> SPECIAL =
            prefixes(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20");

    /** Parts of special blocks that are reachable everywhere: anycast, AS112, ORCHIDv2, DRIP. */
    private static final List<Prefix> REACHABLE =
            prefixes(
                    "192.0.0.9/32",
                    "192.0.0.10/32",
                    "2001:1::1/128",
                    "2001:1::2/128",
                    "2001:1::3/128",
                    "2001:3::/32",
                    "2001:4:112::/48",
                    "2001:20::/28",
                    "2001:30::/28");

    private static final List<Prefix> DOCUMENTED =
            prefixes(
                    "192.0.2.0/24",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "2001:db8::/32",
                    "3fff::/20");

    private static final List<Prefix> NOT_UNICAST =
            prefixes("0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "::/128", "ff00::/8");

    /** Whether a packet may go there. */
    public boolean permits(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (Arrays.equals(bytes, LOOPBACK)) {
            return permitsPlain(bytes);
        }
        Optional<List<byte[]>> wrapped = WrappedAddress.of(bytes);
        return wrapped.map(inner -> inner.stream().allMatch(this::permitsPlain))
                .orElseGet(() -> permitsPlain(bytes));
    }

    /** Judges an address that wraps no other. */
    abstract boolean permitsPlain(byte[] address);

    private static boolean isGlobal(byte[] address) {
        boolean unicast = address.length == 4 || GLOBAL_V6.contains(address);
        return unicast && (!in(SPECIAL, address) || in(REACHABLE, address));
    }

    private static boolean in(List<Prefix> blocks, byte[] address) {
        Predicate<Prefix> contains = block -> block.contains(address);
        return blocks.stream().anyMatch(contains);
    }

    private static List<Prefix> prefixes(String... blocks) {
        return Stream.of(blocks).map(Prefix::of).toList();
    }
}
