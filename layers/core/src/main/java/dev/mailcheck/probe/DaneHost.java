package dev.mailcheck.probe;

import dev.mailcheck.dns.Security;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * One mail host as DANE sees it.
 *
 * @param host as the MX record names it
 * @param addresses how secure its addresses are, aliases included: the weaker of A and AAAA
 * @param alias where its name is an alias, how secure that alias is by itself
 * @param lookups of TLSA records, in the order in which a sender asks: for the name its alias leads
 *     to first (RFC 7672, section 2.2.3)
 */
@Json
public record DaneHost(
        String host, Security addresses, Optional<Security> alias, List<TlsaLookup> lookups) {
    public DaneHost {
        lookups = List.copyOf(lookups);
    }
}
