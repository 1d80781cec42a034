package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a chain of trust breaks, and how: for people to mend it. Whether it is broken is the
 * validator's word; this explains it.
 *
 * @param zone whose records are at fault; for {@code DS_FITS_NO_KEY} the zone below the DS
 * @param link the records, as a name and a type
 * @param when the signature ended, or begins
 */
@Json
public record BrokenLink(DnsName zone, String link, Fault fault, Optional<Instant> when) {
    /** Kinds of breaks; also reason words. */
    public enum Fault {
        /** None of the keys is the one that the DS in the zone above names. */
        DS_FITS_NO_KEY,
        /** There is a DS, but the zone has no DNSKEY. */
        DNSKEY_MISSING,
        SIGNATURE_MISSING,
        SIGNATURE_EXPIRED,
        SIGNATURE_NOT_YET_VALID,
        /** The zone has no such key (any more). */
        SIGNATURE_BY_UNKNOWN_KEY,
        /** The arithmetic does not come out. */
        SIGNATURE_WRONG,
        /** Nothing proves that there is no such record. */
        DENIAL_MISSING,
        /** What should prove it does not. */
        DENIAL_WRONG,
        /** The validator alone knows. */
        NOT_EXPLAINED
    }
}
