package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Security;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What a sender that knows DANE asks before it connects (RFC 7672, section 2.2).
 *
 * @param mx how secure the answer is that names the mail hosts, or says that there is no MX
 * @param hosts those of the plan, best first
 */
@Json
public record DaneObservation(DnsName domain, Security mx, List<DaneHost> hosts)
        implements Observation {
    public DaneObservation {
        hosts = List.copyOf(hosts);
    }

    /** The host of this name; empty where it was not looked up. */
    public Optional<DaneHost> host(String name) {
        return hosts.stream().filter(host -> host.host().equals(name)).findFirst();
    }
}
