package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;

/** Who may issue certificates for the mail hosts (RFC 8659). */
@Json
public record CaaObservation(List<HostCaa> hosts) implements Observation {
    public CaaObservation {
        hosts = List.copyOf(hosts);
    }

    /**
     * The records that hold for one host.
     *
     * @param at the name they stand at: the host's or the nearest above it that has any (RFC 8659,
     *     section 3); the topmost asked where none has
     */
    @Json
    public record HostCaa(String host, String at, DnsAnswer records) {}
}
