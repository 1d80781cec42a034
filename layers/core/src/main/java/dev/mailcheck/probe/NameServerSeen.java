package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.ServerAnswer;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One name server of the domain's zone.
 *
 * @param delegated whether the zone above names it; true also where that is not known
 * @param listed whether the zone's own NS records name it; true also where they are not known
 * @param asked its addresses that were asked, one IPv4 and one IPv6 or two of a kind
 * @param notAsked the others, and why: NOT_PUBLIC, NO_IPV6_HERE, LIMIT, NO_NETWORK
 */
@Json
public record NameServerSeen(
        DnsName name,
        boolean delegated,
        boolean listed,
        DnsAnswer a,
        DnsAnswer aaaa,
        List<AddressSeen> asked,
        List<NotAsked> notAsked) {
    public NameServerSeen {
        asked = List.copyOf(asked);
        notAsked = List.copyOf(notAsked);
    }

    /** All its addresses, IPv4 first. */
    public List<String> addresses() {
        return Stream.concat(a.data().stream(), aaaa.data().stream()).distinct().toList();
    }

    /**
     * What it says at one address.
     *
     * @param soa of the zone
     * @param mx of the domain, as {@code txt}; asked at the first address only
     * @param ns of the zone; asked at the first address only
     */
    @Json
    public record AddressSeen(
            String address,
            ServerAnswer soa,
            Optional<ServerAnswer> mx,
            Optional<ServerAnswer> txt,
            Optional<ServerAnswer> ns) {}

    /** An address that was not asked. */
    @Json
    public record NotAsked(String address, String reason) {}
}
