package dev.mailcheck.world;

import java.net.InetSocketAddress;

/** What a packet to a published address and port meets. */
public sealed interface Road {
    /** A server, which in truth listens here on loopback. */
    record Open(InetSocketAddress loopback) implements Road {}

    /** A host that answers with a reset: nothing listens. */
    record Refused() implements Road {}

    /** A black hole: nothing ever comes back, a connect ends by its own deadline. */
    record Dropped() implements Road {}

    /** No such host: the network says so at once. */
    record Unreachable() implements Road {}
}
