package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * The name servers of the zones in which the mail hosts have their names, at most four zones and
 * four servers of each: a host with IPv6 is of little use to who cannot find it over IPv6.
 */
@Json
public record Ipv6Observation(List<MailHostZone> mailHostZones) implements Observation {
    public Ipv6Observation {
        mailHostZones = List.copyOf(mailHostZones);
    }

    /**
     * One zone.
     *
     * @param hosts the domain's mail hosts in it
     */
    @Json
    public record MailHostZone(
            DnsName zone, List<String> hosts, DnsAnswer nameServers, List<ServerIpv6> servers) {
        public MailHostZone {
            hosts = List.copyOf(hosts);
            servers = List.copyOf(servers);
        }
    }

    /** A name server and its IPv6 addresses. */
    @Json
    public record ServerIpv6(String name, DnsAnswer aaaa) {}
}
