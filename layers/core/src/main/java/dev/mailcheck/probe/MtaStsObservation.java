package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.https.PageVisit;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * The domain's MTA-STS record and what came of fetching its policy (RFC 8461, section 3).
 *
 * @param name {@code _mta-sts.DOMAIN}
 * @param records the TXT records there
 * @param host {@code mta-sts.DOMAIN}, where the policy is
 * @param a its addresses, as {@code aaaa}
 * @param notFetched why nobody was visited: NO_NETWORK, NO_RECORD (the record is not known), or
 *     what is wrong with the addresses: NO_ADDRESS, NOT_PUBLIC, NO_IPV6_HERE, or why they are not
 *     known
 * @param visits address by address, up to the first that lets us connect
 */
@Json
public record MtaStsObservation(
        String name,
        DnsAnswer records,
        String host,
        DnsAnswer a,
        DnsAnswer aaaa,
        Optional<String> notFetched,
        List<PageVisit> visits)
        implements Observation {
    public MtaStsObservation {
        visits = List.copyOf(visits);
    }
}
