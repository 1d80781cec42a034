package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * The TXT records at {@code default._bimi} of the domain and of each name above it that may be its
 * organizational domain.
 *
 * @param assertions from the longest name to the shortest
 */
@Json
public record BimiObservation(List<Assertion> assertions) implements Observation {
    public BimiObservation {
        assertions = List.copyOf(assertions);
    }

    /** What stands before one domain. */
    @Json
    public record Assertion(DnsName domain, DnsAnswer answer) {}

    /** What stands before this domain, where it was asked. */
    public Optional<Assertion> at(DnsName domain) {
        return assertions.stream().filter(a -> a.domain().equals(domain)).findFirst();
    }
}
