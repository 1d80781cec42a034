package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * Where the servers of the zones above lead to, asked one after another from the top-level domain
 * down (RFC 1034, section 5.3.3).
 *
 * @param zone the zone that holds the name
 * @param referral what the servers of the zone above say of it; empty where the same servers hold
 *     both, or where the zone is the top
 * @param servers one address of each of its name servers, at most eight
 * @param edns whether a server on the way spoke EDNS to us: then the network here lets it through
 */
@Json
public record Delegation(
        DnsName zone, Optional<Referral> referral, List<NameServer> servers, boolean edns) {
    public Delegation {
        servers = List.copyOf(servers);
    }

    /** A name server and the address it is asked at. */
    @Json
    public record NameServer(DnsName name, String address) {}
}
