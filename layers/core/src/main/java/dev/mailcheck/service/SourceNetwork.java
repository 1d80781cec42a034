package dev.mailcheck.service;

import dev.mailcheck.net.IpLiteral;

/** The network that somebody asks from: whoever has an IPv6 address has a whole network of them. */
public final class SourceNetwork {
    private static final int IPV4_PREFIX = 32;
    private static final int IPV6_PREFIX = 56;

    private SourceNetwork() {}

    /** Its name for quotas; what is no address is one network. */
    public static String of(String address) {
        return IpLiteral.parse(address)
                .map(parsed -> {
                    byte[] bytes = parsed.getAddress();
                    int kept = (bytes.length == 4 ? IPV4_PREFIX : IPV6_PREFIX) / 8;
                    StringBuilder network = new StringBuilder("net");
                    for (int i = 0; i < kept; i++) {
                        network.append('/').append(bytes[i] & 0xff);
                    }
                    return network.toString();
                })
                .orElse("net/unknown");
    }
}
