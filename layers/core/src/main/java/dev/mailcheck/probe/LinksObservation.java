package dev.mailcheck.probe;

import dev.mailcheck.message.TooComplex;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * Where the links of a mail lead, and what lists of domains say about that (RFC 5782, section 3).
 * Nothing was fetched.
 *
 * @param tooComplex the limit that the body passes, so that no link was looked for
 * @param hosts how many hosts the links name
 * @param domains the registered domains of these hosts, each once, in their order in the mail
 * @param addresses hosts that are IP addresses, which lists of domains do not know
 * @param complete whether all links were found and all their domains asked about
 * @param seen empty where there was nothing to ask
 */
@Json
public record LinksObservation(
        Optional<TooComplex.Limit> tooComplex,
        int hosts,
        List<String> domains,
        List<String> addresses,
        boolean complete,
        Optional<ListsSeen> seen)
        implements Observation {
    public LinksObservation {
        domains = List.copyOf(domains);
        addresses = List.copyOf(addresses);
    }
}
