package dev.mailcheck.dnsbl;

import dev.mailcheck.dns.DnsName;

import io.avaje.jsonb.Json;

/**
 * A zone of a list whose names have the customer's key in them, right before it. In every name and
 * text of ours the word KEY stands in its place; {@link KeyedDns} alone knows better.
 *
 * @param zone without the key
 * @param variable the environment variable that holds the key
 */
@Json
public record KeyedZone(String zone, String variable) {
    /** What stands in the place of the key. */
    public static final String KEY = "KEY";

    /** As it is shown. */
    public String shown() {
        return KEY + "." + zone;
    }

    /** As we ask it. */
    DnsName name() {
        return DnsName.of(shown());
    }
}
