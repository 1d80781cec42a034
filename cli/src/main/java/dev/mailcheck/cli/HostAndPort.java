package dev.mailcheck.cli;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** HOST:PORT as options have it. */
final class HostAndPort {
    private HostAndPort() {}

    /** A place of this host; port 0: any that is free. */
    static InetSocketAddress bound(ServeOption option, String text) throws UsageException {
        String port = text.substring(colon(option, text) + 1);
        return new InetSocketAddress(
                address(option, text), port.equals("0") ? 0 : Values.port(option.word(), port));
    }

    /** Another host, whose name is looked up when it is needed. */
    static InetSocketAddress elsewhere(ServeOption option, String text) throws UsageException {
        int colon = colon(option, text);
        String host = text.substring(0, colon);
        if (!host.matches("\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+")) {
            throw Values.wrong(option.word(), text, "a host and a port");
        }
        return InetSocketAddress.createUnresolved(
                host.replaceAll("[\\[\\]]", ""),
                Values.port(option.word(), text.substring(colon + 1)));
    }

    private static int colon(ServeOption option, String text) throws UsageException {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw Values.wrong(option.word(), text, "HOST:PORT, IPv6 as [ADDRESS]:PORT");
        }
        return colon;
    }

    private static InetAddress address(ServeOption option, String text) throws UsageException {
        String host = text.substring(0, text.lastIndexOf(':'));
        Optional<InetAddress> literal = IpLiteral.parse(host.replaceAll("^\\[|]$", ""));
        if (literal.isPresent()) {
            return literal.get();
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw Values.wrong(option.word(), text, "an address of this host and a port");
        }
    }
}
