package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

/**
 * What our own DNSSEC validation says of an answer, from the trust anchor (RFC 4033, section 5). A
 * foreign AD bit plays no part.
 *
 * @param detail for {@code BOGUS} and {@code UNKNOWN}, which link of the chain and why; else empty
 */
@Json
public record Security(State state, String detail) {
    public enum State {
        SECURE,
        INSECURE,
        BOGUS,
        /** The network or the resolver kept the proof from us. */
        UNKNOWN
    }
}
