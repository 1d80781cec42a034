package dev.mailcheck.spf;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** IPv6 addresses in text (RFC 4291, section 2.2; written as RFC 5952, section 4, says). */
final class Ipv6Text {
    private static final int LONGEST = 45;

    /** What stands for "not groups of hex digits": more groups than any address has. */
    private static final int[] NONE = new int[9];

    private Ipv6Text() {}

    static Optional<IpAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return address(groups(text, true));
        }
        int[] head = groups(text.substring(0, gap), false);
        int[] tail = groups(text.substring(gap + 2), true);
        if (head.length + tail.length > 7) {
            return Optional.empty();
        }
        int[] all = new int[8];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
        return address(all);
    }

    private static int[] groups(String text, boolean mayEndInQuad) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        String last = parts[parts.length - 1];
        boolean quad = mayEndInQuad && last.indexOf('.') >= 0;
        int[] groups = new int[parts.length + (quad ? 1 : 0)];
        for (int i = 0; i < parts.length - (quad ? 1 : 0); i++) {
            groups[i] = group(parts[i]);
            if (groups[i] < 0) {
                return NONE;
            }
        }
        return quad ? withQuad(groups, last) : groups;
    }

    private static int[] withQuad(int[] groups, String quad) {
        Optional<IpAddress> address = Ipv4Text.parse(quad);
        if (address.isEmpty()) {
            return NONE;
        }
        long number = address.get().low();
        groups[groups.length - 2] = (int) (number >> 16);
        groups[groups.length - 1] = (int) (number & 0xffff);
        return groups;
    }

    private static int group(String hex) {
        if (hex.isEmpty() || hex.length() > 4) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    private static Optional<IpAddress> address(int[] groups) {
        if (groups.length != 8) {
            return Optional.empty();
        }
        return Optional.of(new IpAddress(true, half(groups, 0), half(groups, 4)));
    }

    private static long half(int[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + 4; i++) {
            half = half << 16 | groups[i];
        }
        return half;
    }

    private static int group(IpAddress address, int index) {
        long half = index < 4 ? address.high() : address.low();
        return (int) (half >>> (48 - 16 * (index % 4)) & 0xffff);
    }

    static String format(IpAddress address) {
        int from = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int zeros = zerosFrom(address, i);
            if (zeros > length) {
                from = i;
                length = zeros;
            }
        }
        return length < 2
                ? hex(address, 0, 8)
                : hex(address, 0, from) + "::" + hex(address, from + length, 8);
    }

    private static int zerosFrom(IpAddress address, int index) {
        int end = index;
        while (end < 8 && group(address, end) == 0) {
            end++;
        }
        return end - index;
    }

    private static String hex(IpAddress address, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Integer.toHexString(group(address, i)))
                .collect(Collectors.joining(":"));
    }

    /** The 32 hex digits with dots between; capitals, as check_host() implementations print them. */
    static String nibbles(IpAddress address) {
        String digits =
                String.format(Locale.ROOT, "%016X%016X", address.high(), address.low());
        return String.join(".", digits.split(""));
    }
}
