package dev.mailcheck.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Addresses in their plain written form: four decimal numbers, or IPv6 as RFC 4291, section 2.2
 * allows and RFC 5952, section 4 recommends. Never looks a name up, and takes none of the
 * shorthands (127.1, 0x7f.1, 2130706433) that some libraries do. An IPv4-mapped IPv6 address stays
 * IPv6.
 */
public final class IpLiteral {
    private static final int MAX_TEXT = 45;

    private IpLiteral() {}

    public static Optional<InetAddress> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        return (text.indexOf(':') >= 0 ? v6(text) : v4(text)).map(IpLiteral::address);
    }

    /** The address of these 4 or 16 bytes. */
    public static InetAddress address(byte[] bytes) {
        try {
            return bytes.length == 16
                    ? Inet6Address.getByAddress(null, bytes, -1)
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", wrongLength);
        }
    }

    /** The canonical form (RFC 5952, section 4), without a zone. */
    public static String text(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? dotted(bytes, 0) : v6Text(bytes);
    }

    private static Optional<byte[]> v4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != 4) {
            return Optional.empty();
        }
        for (int i = 0; i < 4; i++) {
            int octet = octet(parts[i]);
            if (octet < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) octet;
        }
        return Optional.of(bytes);
    }

    private static int octet(String digits) {
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= 3
                        && (digits.length() == 1 || digits.charAt(0) != '0');
        int value = plain ? 0 : -1;
        for (int i = 0; plain && i < digits.length(); i++) {
            char c = digits.charAt(i);
            plain = c >= '0' && c <= '9';
            value = plain ? 10 * value + c - '0' : -1;
        }
        return value <= 255 ? value : -1;
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == 16);
        }
        Optional<byte[]> head = groups(text.substring(0, gap)).filter(b -> !endsInV4(text, gap));
        Optional<byte[]> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length > 14) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(head.get(), 16);
        byte[] end = tail.get();
        System.arraycopy(end, 0, bytes, 16 - end.length, end.length);
        return Optional.of(bytes);
    }

    private static boolean endsInV4(String text, int gap) {
        return text.substring(0, gap).indexOf('.') >= 0;
    }

    /** Groups of up to four hex digits between colons; the last may be a dotted IPv4 address. */
    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[parts.length * 2 + 2];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            Optional<byte[]> part =
                    last && parts[i].indexOf('.') >= 0 ? v4(parts[i]) : hex(parts[i]);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(part.get(), 0, bytes, length, part.get().length);
            length += part.get().length;
        }
        return Optional.of(Arrays.copyOf(bytes, length));
    }

    private static Optional<byte[]> hex(String group) {
        boolean plain =
                !group.isEmpty()
                        && group.length() <= 4
                        && group.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        if (!plain) {
            return Optional.empty();
        }
        int value = Integer.parseInt(group, 16);
        return Optional.of(new byte[] {(byte) (value >> 8), (byte) value});
    }

    private static String v6Text(byte[] bytes) {
        if (isMapped(bytes)) {
            return "::ffff:" + dotted(bytes, 12);
        }
        int[] gap = longestZeroRun(bytes);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gap[0]) {
                text.append("::");
                i += gap[1] - 1;
            } else {
                boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(group(bytes, i)));
            }
        }
        return text.toString();
    }

    private static int group(byte[] bytes, int index) {
        return (bytes[2 * index] & 0xff) << 8 | (bytes[2 * index + 1] & 0xff);
    }

    private static boolean isMapped(byte[] bytes) {
        return group(bytes, 5) == 0xffff
                && IntStream.range(0, 5).allMatch(i -> group(bytes, i) == 0);
    }

    /** Start and length of the first longest run of at least two zero groups; start -1 for none. */
    private static int[] longestZeroRun(byte[] bytes) {
        int[] best = {-1, 1};
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(bytes, end) == 0) {
                end++;
            }
            if (end - i > best[1]) {
                best = new int[] {i, end - i};
            }
            i = Math.max(i, end - 1);
        }
        return best;
    }

    private static String dotted(byte[] bytes, int from) {
        return (bytes[from] & 0xff)
                + "."
                + (bytes[from + 1] & 0xff)
                + "."
                + (bytes[from + 2] & 0xff)
                + "."
                + (bytes[from + 3] & 0xff);
    }
}
