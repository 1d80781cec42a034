package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.ZoneView;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * The zone that holds the domain: how it is delegated, what each of its name servers says itself,
 * and what stands at the domain's own name.
 *
 * @param view whose word on this zone is taken
 * @param zone the zone, which for a subdomain may be one above it; empty where it could not be
 *     found out, as in a zone file without SOA
 * @param soa of the zone, or of the domain where the zone is not known
 * @param nameServers the NS records that the zone itself has
 * @param mx of the domain, as {@code txt} and {@code alias} (CNAME)
 * @param servers the name servers delegated to or listed, at most eight
 * @param serversLeftOut those beyond
 * @param wildcard what names say that nobody has made
 */
@Json
public record ZoneObservation(
        ZoneView view,
        Optional<DnsName> zone,
        DnsAnswer soa,
        DnsAnswer nameServers,
        DnsAnswer mx,
        DnsAnswer txt,
        DnsAnswer alias,
        List<NameServerSeen> servers,
        List<DnsName> serversLeftOut,
        Wildcard wildcard)
        implements Observation {
    public ZoneObservation {
        servers = List.copyOf(servers);
        serversLeftOut = List.copyOf(serversLeftOut);
    }

    /**
     * Names below the domain that nobody has made: where they have records, every such name has.
     *
     * @param name a name of chance below the domain; empty where the domain is too long for one
     * @param key TXT at {@code *._domainkey} below the domain, which revokes all DKIM keys if it is
     *     an empty one
     */
    @Json
    public record Wildcard(
            Optional<DnsName> name, DnsAnswer mx, DnsAnswer txt, DnsAnswer a, DnsAnswer key) {}
}
