package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.stream.Stream;

/**
 * One mail host of the domain and its addresses.
 *
 * @param preference as published; 0 for the implicit MX (RFC 5321, section 5.1)
 * @param name the host as the MX record names it
 * @param literal true where the record holds an address instead of a name (RFC 5321 forbids it)
 * @param probed the addresses that are probed: public ones, at most four; in the order A, AAAA
 */
@Json
public record MxHost(
        int preference,
        String name,
        boolean literal,
        DnsAnswer a,
        DnsAnswer aaaa,
        List<String> probed) {
    public MxHost {
        probed = List.copyOf(probed);
    }

    /** All addresses that were published, IPv4 first. */
    public List<String> addresses() {
        return Stream.concat(a.data().stream(), aaaa.data().stream()).toList();
    }
}
