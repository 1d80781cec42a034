package dev.mailcheck.dns;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * A name as it is asked in the DNS: lower case, absolute, without the final dot; the root is the
 * empty text (RFC 1035, section 3.1). Any printable ASCII character but a dot, blank included, may
 * stand in a label, so names made by SPF macros or with underscores fit; whether a name may be a
 * mail domain is {@link Domain}'s question.
 */
public record DnsName(String text) implements Comparable<DnsName> {
    private static final int MAX_TEXT = 253;
    private static final int MAX_LABEL = 63;

    public static final DnsName ROOT = new DnsName("");

    public DnsName {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a DNS name in normal form");
        }
    }

    /**
     * The name in normal form; empty where a label is empty or longer than 63 octets, or the whole
     * longer than 253.
     */
    public static Optional<DnsName> parse(String text) {
        if (text.length() > MAX_TEXT + 1) {
            return Optional.empty();
        }
        // A few characters beyond ASCII have ASCII letters for their lower case.
        String name = isAscii(text) ? text.toLowerCase(Locale.ROOT) : text;
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return isValid(name) ? Optional.of(new DnsName(name)) : Optional.empty();
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The name in normal form, for text that is ours; a text that is no name is the caller's bug.
     */
    public static DnsName of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a DNS name: " + text));
    }

    private static boolean isValid(String name) {
        if (name.isEmpty()) {
            return true;
        }
        if (name.length() > MAX_TEXT) {
            return false;
        }
        int label = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                label = 0;
            } else if (c < ' ' || c >= 0x7f || (c >= 'A' && c <= 'Z') || ++label > MAX_LABEL) {
                return false;
            }
        }
        return label > 0;
    }

    public boolean isRoot() {
        return text.isEmpty();
    }

    /** The number of labels, 0 for the root. */
    public int labels() {
        if (isRoot()) {
            return 0;
        }
        int labels = 1;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            labels++;
        }
        return labels;
    }

    /** The name without its leftmost label; the root's parent is the root. */
    public DnsName parent() {
        int dot = text.indexOf('.');
        return dot < 0 ? ROOT : new DnsName(text.substring(dot + 1));
    }

    /** The rightmost labels, {@code count} of them, or the whole name where it has no more. */
    public DnsName rightmost(int count) {
        DnsName name = this;
        for (int surplus = labels() - count; surplus > 0; surplus--) {
            name = name.parent();
        }
        return name;
    }

    /**
     * This name under further labels ("_dmarc" before "example.com"); empty where it would be too
     * long.
     */
    public Optional<DnsName> under(String labels) {
        return parse(isRoot() ? labels : labels + "." + text);
    }

    /** This name, or a name below it. */
    public boolean contains(DnsName other) {
        return isRoot() || other.text.equals(text) || other.text.endsWith("." + text);
    }

    @Override
    public int compareTo(DnsName other) {
        return text.compareTo(other.text);
    }

    /**
     * The name that holds the address's PTR records (RFC 1035, section 3.5, and RFC 3596, section
     * 2.5).
     */
    public static DnsName reverseOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        StringBuilder name = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            int octet = bytes[i] & 0xff;
            if (bytes.length == 4) {
                name.append(octet).append('.');
            } else {
                name.append(Integer.toHexString(octet & 0xf)).append('.');
                name.append(Integer.toHexString(octet >> 4)).append('.');
            }
        }
        return new DnsName(
                name.append(bytes.length == 4 ? "in-addr" : "ip6").append(".arpa").toString());
    }

    /** The name with its final dot, as zone files write it. */
    public String absolute() {
        return text + ".";
    }

    @Override
    public String toString() {
        return isRoot() ? "." : text;
    }
}
