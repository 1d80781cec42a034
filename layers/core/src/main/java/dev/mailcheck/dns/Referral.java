package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * A delegation as the servers of the zone above give it (RFC 1034, section 4.3.2).
 *
 * @param zone the zone below
 * @param nameServers its servers' names
 * @param glue A and AAAA records that came along, of these names
 */
@Json
public record Referral(DnsName zone, List<DnsName> nameServers, List<DnsRecord> glue) {
    public Referral {
        nameServers = List.copyOf(nameServers);
        glue = List.copyOf(glue);
    }

    /** Addresses that came along for a name server; none where they must be looked up. */
    public List<String> addresses(DnsName nameServer, RecordType family) {
        return glue.stream()
                .filter(record -> record.owner().equals(nameServer) && record.type() == family)
                .map(DnsRecord::data)
                .toList();
    }
}
