package dev.mailcheck.net;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * IPv4 addresses inside IPv6 ones: a packet to the outer address ends, on some hosts, at the inner.
 * The local translation block 64:ff9b:1::/48 (RFC 8215) is not taken apart: where it leads only its
 * network knows, and it is not global.
 */
final class WrappedAddress {
    private static final Prefix MAPPED = Prefix.of("::ffff:0:0/96");
    private static final Prefix COMPATIBLE = Prefix.of("::/96");
    private static final Prefix NAT64 = Prefix.of("64:ff9b::/96");
    private static final Prefix SIX_TO_FOUR = Prefix.of("2002::/16");
    private static final Prefix TEREDO = Prefix.of("2001::/32");

    private WrappedAddress() {}

    /**
     * The inner addresses, each to be judged; empty where the address wraps none. Teredo has two:
     * its server and, with all bits turned, the client (RFC 4380, section 4).
     */
    static Optional<List<byte[]>> of(byte[] address) {
        if (MAPPED.contains(address) || COMPATIBLE.contains(address) || NAT64.contains(address)) {
            return Optional.of(List.of(Arrays.copyOfRange(address, 12, 16)));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(List.of(Arrays.copyOfRange(address, 2, 6)));
        }
        if (TEREDO.contains(address)) {
            return Optional.of(List.of(Arrays.copyOfRange(address, 4, 8), client(address)));
        }
        return Optional.empty();
    }

    private static byte[] client(byte[] teredo) {
        byte[] turned = Arrays.copyOfRange(teredo, 12, 16);
        for (int i = 0; i < 4; i++) {
            turned[i] ^= (byte) 0xff;
        }
        return turned;
    }
}
