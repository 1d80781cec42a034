package dev.mailcheck.tls;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.Optional;

/**
 * What the certificate status says that a server sent along with its certificate (RFC 6960), and
 * whether its issuer says so. Times are left to be judged.
 *
 * @param producedFor since when it is true
 * @param goodUntil when a newer one is due, if it says so
 * @param revokedAt since when the certificate is revoked
 */
@Json
public record Staple(
        Word word,
        Optional<Instant> producedFor,
        Optional<Instant> goodUntil,
        Optional<Instant> revokedAt) {
    /** The outcome. */
    public enum Word {
        /** Not revoked, says the issuer. */
        GOOD,
        /** Revoked, says the issuer. */
        REVOKED,
        /** The issuer does not know the certificate. */
        UNKNOWN,
        /** It is about other certificates. */
        OTHER_CERTIFICATE,
        /** It is not signed by the issuer, nor by whom the issuer lets sign. */
        BAD_SIGNATURE,
        /** The issuer's key is not at hand, or too large or odd to compute with. */
        NOT_COMPUTED,
        /** The responder had no answer, and the server hands that on. */
        NO_ANSWER,
        /** It cannot be parsed, or is too large. */
        MALFORMED
    }

    static Staple of(Word word) {
        return new Staple(word, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
