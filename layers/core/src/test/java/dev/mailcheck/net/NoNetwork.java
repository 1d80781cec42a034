package dev.mailcheck.net;

import java.net.InetAddress;
import java.util.function.Predicate;

/** Permits public addresses, and reaches none of them. */
public record NoNetwork(Predicate<InetAddress> permitted, boolean hasIpv6) implements Network {
    /** All but loopback and the private addresses of RFC 1918. */
    public static NoNetwork withoutIpv6() {
        return new NoNetwork(
                address -> !address.isLoopbackAddress() && !address.isSiteLocalAddress(), false);
    }

    @Override
    public Dial connect(InetAddress address, int port, Deadline deadline) {
        return new Dial.NotConnected(ConnectFailure.UNREACHABLE);
    }

    @Override
    public boolean permits(InetAddress address) {
        return permitted.test(address);
    }
}
