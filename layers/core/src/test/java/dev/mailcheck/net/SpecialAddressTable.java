package dev.mailcheck.net;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A second opinion on addresses: ranges as numbers, from a list of its own. */
final class SpecialAddressTable {
    private final List<Range> ranges;

    private record Range(int size, BigInteger first, BigInteger last, boolean global) {
        boolean holds(byte[] address) {
            BigInteger number = new BigInteger(1, address);
            return address.length == size
                    && number.compareTo(first) >= 0
                    && number.compareTo(last) <= 0;
        }
    }

    private SpecialAddressTable(List<Range> ranges) {
        this.ranges = ranges;
    }

    static SpecialAddressTable read() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        SpecialAddressTable.class.getResourceAsStream(
                                "special-purpose-addresses.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SpecialAddressTable(
                    text.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(SpecialAddressTable::range)
                            .toList());
        }
    }

    private static Range range(String line) {
        String[] fields = line.split("\\s+", 4);
        byte[] first = bytes(fields[0]);
        return new Range(
                first.length,
                new BigInteger(1, first),
                new BigInteger(1, bytes(fields[1])),
                fields[2].equals("global"));
    }

    private static byte[] bytes(String text) {
        return InetAddress.ofLiteral(text).getAddress();
    }

    /** What the list says of an address that wraps none: the last line that holds it. */
    private boolean plain(byte[] address) {
        boolean global = false;
        for (Range range : ranges) {
            if (range.holds(address)) {
                global = range.global();
            }
        }
        return global;
    }

    boolean isGlobal(byte[] a) {
        if (a.length == 4) {
            return plain(a);
        }
        String start =
                new BigInteger(1, a).add(BigInteger.ONE.shiftLeft(128)).toString(16).substring(1);
        if (start.startsWith("0".repeat(24))
                || start.startsWith("0".repeat(20) + "ffff")
                || start.startsWith("0064ff9b" + "0".repeat(16))) {
            return plain(new byte[] {a[12], a[13], a[14], a[15]});
        }
        if (start.startsWith("2002")) {
            return plain(new byte[] {a[2], a[3], a[4], a[5]});
        }
        if (start.startsWith("20010000")) {
            return plain(new byte[] {a[4], a[5], a[6], a[7]})
                    && plain(
                            new byte[] {
                                (byte) ~a[12], (byte) ~a[13], (byte) ~a[14], (byte) ~a[15]
                            });
        }
        return plain(a);
    }
}
