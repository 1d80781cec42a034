package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Security;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * The question for the TLSA records of one name.
 *
 * @param base the name they are for
 * @param name where they stand: {@code _25._tcp.} before it
 * @param servers where there is no answer, what the zone's own servers say themselves
 */
@Json
public record TlsaLookup(
        DnsName base,
        DnsName name,
        DnsAnswer records,
        Security security,
        List<TlsaServer> servers) {
    public TlsaLookup {
        servers = List.copyOf(servers);
    }

    /**
     * One name server of the zone, asked for the same name.
     *
     * @param tlsa its answer
     * @param soa its answer to a question of another type, which shows whether it answers at all
     */
    @Json
    public record TlsaServer(DnsName server, DnsAnswer tlsa, DnsAnswer soa) {}
}
