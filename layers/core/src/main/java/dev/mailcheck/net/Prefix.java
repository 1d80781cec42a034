package dev.mailcheck.net;

import java.net.InetAddress;

/** A block of addresses of one family, as RFC 4632, section 3.1 writes it: {@code 192.0.2.0/24}. */
final class Prefix {
    private final byte[] network;
    private final int length;

    private Prefix(byte[] network, int length) {
        this.network = network;
        this.length = length;
    }

    /** The block of a text that is ours. */
    static Prefix of(String text) {
        int slash = text.indexOf('/');
        InetAddress network = IpLiteral.parse(text.substring(0, slash)).orElseThrow();
        return new Prefix(network.getAddress(), Integer.parseInt(text.substring(slash + 1)));
    }

    /** False for an address of the other family, too. */
    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = length / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int mask = (0xff00 >> (length % 8)) & 0xff;
        return mask == 0 || (address[whole] & mask) == (network[whole] & mask);
    }
}
