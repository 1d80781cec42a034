package dev.mailcheck.cli;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses of ours as one types them into a browser. */
final class ListenAddress {
    private ListenAddress() {}

    /** HOST:PORT; where we listen everywhere, this host is named. */
    static String shown(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        return (host.isAnyLocalAddress() ? "localhost" : host(host)) + ":" + address.getPort();
    }

    private static String host(InetAddress host) {
        String text = host.getHostAddress().replaceFirst("%.*", "");
        return host instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
