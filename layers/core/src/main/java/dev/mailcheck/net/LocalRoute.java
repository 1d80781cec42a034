package dev.mailcheck.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/** What the routing table of this host says. Connecting a UDP socket asks it and sends nothing. */
public final class LocalRoute {
    /** a.root-servers.net; any address of the global internet would do. */
    private static final String FAR_AWAY_V4 = "198.41.0.4";

    private static final String FAR_AWAY = "2001:503:ba3e::2:30";

    private LocalRoute() {}

    static boolean exists(InetSocketAddress target) {
        return localEnd(target).isPresent();
    }

    /** Whether packets to the IPv6 internet would leave from a global address. */
    public static boolean hasGlobalIpv6() {
        InetAddress farAway = IpLiteral.parse(FAR_AWAY).orElseThrow();
        return localEnd(new InetSocketAddress(farAway, 53))
                .filter(Inet6Address.class::isInstance)
                .filter(AddressPolicy.PUBLIC_ONLY::permits)
                .isPresent();
    }

    /** The address that packets to the internet leave from; behind NAT a private one. */
    public static Optional<InetAddress> ownAddress() {
        return localEnd(new InetSocketAddress(IpLiteral.parse(FAR_AWAY_V4).orElseThrow(), 53));
    }

    private static Optional<InetAddress> localEnd(InetSocketAddress target) {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(target);
            return Optional.ofNullable(channel.getLocalAddress())
                    .map(InetSocketAddress.class::cast)
                    .map(InetSocketAddress::getAddress);
        } catch (IOException | IllegalArgumentException noRouteOrNoSuchFamily) {
            return Optional.empty();
        }
    }
}
