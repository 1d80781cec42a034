package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

/**
 * What one nameserver said itself, asked without recursion.
 *
 * @param authoritative the AA bit: false from a server that does not carry the zone (lame, RFC
 *     1912, section 2.8)
 * @param edns whether it answered with an OPT record (RFC 6891, section 6.1.1)
 */
@Json
public record ServerAnswer(DnsAnswer answer, boolean authoritative, boolean edns) {}
