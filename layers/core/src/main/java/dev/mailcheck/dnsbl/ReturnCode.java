package dev.mailcheck.dnsbl;

import io.avaje.jsonb.Json;

/**
 * One of the answers that a list gives, and what it means.
 *
 * @param answer the address, or in a list of bits the value of the bit in the last number
 * @param part what the list itself calls it, as SBL; empty where it has no name
 */
@Json
public record ReturnCode(String answer, String part, ListWeight weight, ListCause cause) {
    /** The same one, at a list that somebody named: it counts as major. */
    ReturnCode raised() {
        return weight == ListWeight.MINOR
                ? new ReturnCode(answer, part, ListWeight.MAJOR, cause)
                : this;
    }
}
