package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Security;

import io.avaje.jsonb.Json;

/**
 * A zone and the link to it, signed or not.
 *
 * @param ofDomain whether it holds the checked domain, not only a mail host
 * @param ds in the zone above
 * @param keys its DNSKEY records
 * @param nsec3Parameters where it hashes names for its proofs of absence
 */
@Json
public record SignedZone(
        DnsName zone,
        boolean ofDomain,
        DnsAnswer ds,
        Security dsSecurity,
        DnsAnswer keys,
        Security keysSecurity,
        DnsAnswer nsec3Parameters,
        Security nsec3ParametersSecurity) {}
