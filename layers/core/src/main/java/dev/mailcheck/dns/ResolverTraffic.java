package dev.mailcheck.dns;

/**
 * What a check cost the network.
 *
 * @param questions different questions that went out
 * @param packets datagrams and TCP connections that carried them, repeats included
 * @param mostOpen how many were on their way at once
 */
public record ResolverTraffic(int questions, int packets, int mostOpen) {}
