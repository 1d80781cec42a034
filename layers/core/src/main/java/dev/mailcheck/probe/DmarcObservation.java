package dev.mailcheck.probe;

import dev.mailcheck.dmarc.Enforcement;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.ReportDestination;
import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What the DNS says about the domain's DMARC.
 *
 * @param walk from the domain to the top (RFC 9989, section 4.10)
 * @param atDomain the TXT records at the domain itself, where none belongs to DMARC
 * @param destinations the hosts that the record which applies wants reports sent to, at most six
 */
@Json
public record DmarcObservation(
        TreeWalk walk, DnsAnswer atDomain, List<ReportDestination> destinations)
        implements Observation {
    public DmarcObservation {
        destinations = List.copyOf(destinations);
    }

    /** The policy for the domain itself. */
    public PolicyDiscovery discovery() {
        return PolicyDiscovery.of(walk, atDomain);
    }

    /** Whether receivers are asked to act on the domain's mail that fails DMARC. */
    public Enforcement enforcement() {
        return discovery().enforcement();
    }
}
