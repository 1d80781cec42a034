package dev.mailcheck.probe;

import dev.mailcheck.iprev.IprevResult;

import io.avaje.jsonb.Json;

import java.util.List;

/** The names of the addresses at which the domain takes mail, each address once. */
@Json
public record ReverseDnsObservation(List<MailAddress> addresses) implements Observation {
    public ReverseDnsObservation {
        addresses = List.copyOf(addresses);
    }

    /**
     * One address.
     *
     * @param hosts the mail hosts that have it
     */
    @Json
    public record MailAddress(String address, List<String> hosts, IprevResult iprev) {
        public MailAddress {
            hosts = List.copyOf(hosts);
        }
    }
}
