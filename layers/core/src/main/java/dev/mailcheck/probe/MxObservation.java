package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * The domain's mail hosts, best first: the plan of all probes at port 25.
 *
 * @param mx the MX answer
 * @param nullMx a lone "0 ." (RFC 7505, section 3)
 * @param implicit no MX record, so the domain's own addresses stand in (RFC 5321, section 5.1)
 * @param hosts by preference then name, at most ten, and 20 addresses over all
 * @param notProbed what these limits left out: hosts, and addresses as {@link #leftOut} writes them
 */
@Json
public record MxObservation(
        DnsAnswer mx, boolean nullMx, boolean implicit, List<MxHost> hosts, List<String> notProbed)
        implements Observation {
    public MxObservation {
        hosts = List.copyOf(hosts);
        notProbed = List.copyOf(notProbed);
    }

    /** How an address that the limits left out stands in {@code notProbed}. */
    static String leftOut(String host, String address) {
        return host + " " + address;
    }

    /** The addresses of a host that the egress guard keeps us from: they are not public. */
    public List<String> notPublic(MxHost host) {
        return host.addresses().stream()
                .filter(address -> !host.probed().contains(address))
                .filter(address -> !notProbed.contains(leftOut(host.name(), address)))
                .toList();
    }
}
