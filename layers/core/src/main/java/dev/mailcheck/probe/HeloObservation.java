package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * The addresses of the name that the sending server gave in HELO (RFC 5321, section 4.1.4).
 *
 * @param addresses the answers for A and AAAA; none where it is not known or no name of the DNS
 */
@Json
public record HeloObservation(List<DnsAnswer> addresses) implements Observation {
    public HeloObservation {
        addresses = List.copyOf(addresses);
    }
}
