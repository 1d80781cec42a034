package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What our own DNSSEC validation says of an answer, from the trust anchor (RFC 4033, section 5). A
 * foreign AD bit plays no part.
 *
 * @param detail for {@code BOGUS} and {@code UNKNOWN}, which link of the chain and why; else empty
 * @param signedUntil the earliest end of the signatures in the answer (RFC 4034, section 3.1.5);
 *     empty where it has none
 * @param denial how the answer proves what does not exist; empty where it proves nothing of that
 *     kind
 * @param broken for {@code BOGUS}, what to mend
 * @param atOwnServers true where the resolver's answer does not validate, and this is said of what
 *     the zone's own servers answer
 */
@Json
public record Security(
        State state,
        String detail,
        Optional<Instant> signedUntil,
        Optional<Denial> denial,
        Optional<BrokenLink> broken,
        boolean atOwnServers) {
    public enum State {
        SECURE,
        INSECURE,
        /** Forged, or broken: what the zone's own servers answer does not validate either. */
        BOGUS,
        /** The network or the resolver kept the proof from us. */
        UNKNOWN;

        private int weakness() {
            return switch (this) {
                case SECURE -> 0;
                case INSECURE -> 1;
                case UNKNOWN -> 2;
                case BOGUS -> 3;
            };
        }
    }

    /** Without signatures, or where their end does not matter. */
    public static Security of(State state, String detail) {
        return new Security(
                state, detail, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Validated, with what the signatures and proofs say of themselves. */
    static Security secure(Optional<Instant> signedUntil, Optional<Denial> denial) {
        return new Security(State.SECURE, "", signedUntil, denial, Optional.empty(), false);
    }

    Security with(BrokenLink link) {
        return new Security(state, detail, signedUntil, denial, Optional.of(link), atOwnServers);
    }

    /** The same, said of what the zone's own servers answer. */
    Security ofOwnServers() {
        return new Security(state, detail, signedUntil, denial, broken, true);
    }

    /** That of a chain of two links: as weak as the weaker, signed until the first ends. */
    public Security and(Security other) {
        Security weaker = state.weakness() >= other.state.weakness() ? this : other;
        Optional<Instant> first =
                Stream.of(signedUntil, other.signedUntil)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        return new Security(
                weaker.state,
                weaker.detail,
                first,
                denial.or(other::denial),
                weaker.broken,
                atOwnServers || other.atOwnServers);
    }
}
