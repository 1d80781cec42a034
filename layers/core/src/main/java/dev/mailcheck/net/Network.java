package dev.mailcheck.net;

import java.net.InetAddress;

/**
 * The door to everything but the DNS. Each target passes the egress guard first: without {@code
 * --allow-private-targets} no packet goes to an address that is not global unicast, whatever form
 * it is wrapped in (RFC 6890, section 2.2.2).
 */
public interface Network {
    /**
     * Connects to exactly this address; the connection is closed at the deadline whatever it does.
     */
    Dial connect(InetAddress address, int port, Deadline deadline);

    /** Whether the guard lets packets to this address through; it then counts as public. */
    boolean permits(InetAddress address);

    /** Whether this host has a global IPv6 address and route. */
    boolean hasIpv6();
}
