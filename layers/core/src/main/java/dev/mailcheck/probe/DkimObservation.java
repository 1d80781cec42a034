package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What stands at the DKIM selectors that were named, and at those of the published list.
 *
 * @param selectors named ones first
 * @param random what stands at a selector nobody can have chosen: a record there is a wildcard, and
 *     the same record elsewhere proves nothing
 * @param atDomain the TXT records at the domain itself, which may say that it sends no mail
 */
@Json
public record DkimObservation(List<SelectorAnswer> selectors, DnsAnswer random, DnsAnswer atDomain)
        implements Observation {
    public DkimObservation {
        selectors = List.copyOf(selectors);
    }
}
