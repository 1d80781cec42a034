package dev.mailcheck.check;

import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.NameServerSeen;
import dev.mailcheck.probe.ZoneObservation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether all name servers are in one network (RFC 2182, section 3.1): one /24, or one /48 for
 * those without IPv4. Who routes a network cannot be seen in the DNS.
 */
final class NetworkSpread {
    private static final int BYTES_OF_AN_IPV4_NETWORK = 3;
    private static final int BYTES_OF_AN_IPV6_NETWORK = 6;

    private NetworkSpread() {}

    /** Empty where there are several, or where not all addresses are known. */
    static Optional<String> onlyNetwork(ZoneObservation seen) {
        boolean allKnown =
                seen.serversLeftOut().isEmpty()
                        && seen.servers().stream()
                                .noneMatch(server -> server.addresses().isEmpty());
        Set<String> networks = new TreeSet<>();
        seen.servers().forEach(server -> networks(server).forEach(networks::add));
        return allKnown && networks.size() == 1
                ? Optional.of(networks.iterator().next())
                : Optional.empty();
    }

    private static Stream<String> networks(NameServerSeen server) {
        List<InetAddress> addresses =
                server.addresses().stream()
                        .flatMap(text -> IpLiteral.parse(text).stream())
                        .toList();
        List<InetAddress> v4 = addresses.stream().filter(Inet4Address.class::isInstance).toList();
        return (v4.isEmpty() ? addresses : v4).stream().map(NetworkSpread::network);
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean v4 = bytes.length == 4;
        int kept = v4 ? BYTES_OF_AN_IPV4_NETWORK : BYTES_OF_AN_IPV6_NETWORK;
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        return IpLiteral.text(IpLiteral.address(bytes)) + "/" + 8 * kept;
    }
}
