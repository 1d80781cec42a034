package dev.mailcheck.iprev;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * Whether an address has a name that leads back to it: the method "iprev" of RFC 8601, section
 * 2.7.3, with all that was asked.
 *
 * @param ip the address
 * @param result the word of the RFC
 * @param pointers the PTR answer
 * @param names the names looked up, at most ten, each with its addresses
 * @param confirmed the first name that leads back to the address
 * @param leftOut names beyond the tenth
 */
@Json
public record IprevResult(
        String ip,
        Word result,
        DnsAnswer pointers,
        List<Forward> names,
        Optional<String> confirmed,
        List<String> leftOut) {
    public IprevResult {
        names = List.copyOf(names);
        leftOut = List.copyOf(leftOut);
    }

    /** The results of RFC 8601, section 2.7.3; in capitals, as the report's other words. */
    public enum Word {
        PASS,
        /** There are names, and none of them leads back. */
        FAIL,
        /** It could not be found out this time. */
        TEMPERROR,
        /** The address has no name. */
        PERMERROR
    }

    /** A name the address points to, and the addresses of the same family it has. */
    @Json
    public record Forward(String name, DnsAnswer addresses) {}
}
