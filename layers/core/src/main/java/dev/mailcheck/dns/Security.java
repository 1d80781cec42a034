package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.Optional;

/**
 * What our own DNSSEC validation says of an answer, from the trust anchor (RFC 4033, section 5). A
 * foreign AD bit plays no part.
 *
 * @param detail for {@code BOGUS} and {@code UNKNOWN}, which link of the chain and why; else empty
 * @param signedUntil the earliest end of the signatures in the answer (RFC 4034, section 3.1.5);
 *     empty where it has none
 */
@Json
public record Security(State state, String detail, Optional<Instant> signedUntil) {
    public enum State {
        SECURE,
        INSECURE,
        BOGUS,
        /** The network or the resolver kept the proof from us. */
        UNKNOWN
    }

    /** Without signatures, or where their end does not matter. */
    public static Security of(State state, String detail) {
        return new Security(state, detail, Optional.empty());
    }
}
