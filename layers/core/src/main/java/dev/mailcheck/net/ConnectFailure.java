package dev.mailcheck.net;

/** Why there is no connection. */
public enum ConnectFailure {
    /** The other side, or a firewall in its name, answered with a reset. */
    REFUSED,
    /** Nothing answered in time. */
    TIMEOUT,
    /** No route from here, or an ICMP error. */
    UNREACHABLE,
    /** The egress guard forbids the address; no packet was sent. */
    NOT_PUBLIC
}
