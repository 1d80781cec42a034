package dev.mailcheck.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where packets to an address and port go. On the real network to exactly there; in a lab each may
 * lead to a socket on loopback, or nowhere. It comes after the egress guard and does not replace
 * it.
 */
@FunctionalInterface
public interface Routing {
    /** The real network. */
    Routing DIRECT = (address, port) -> new Route.Open(new InetSocketAddress(address, port));

    Route route(InetAddress address, int port);

    /** What becomes of packets. */
    sealed interface Route {
        /** They go here. */
        record Open(InetSocketAddress socket) implements Route {}

        /** They are answered with a reset. */
        record Refused() implements Route {}

        /** No answer ever comes; the wait for it is left out. */
        record Dropped() implements Route {}

        /** There is no route. */
        record Unreachable() implements Route {}
    }
}
