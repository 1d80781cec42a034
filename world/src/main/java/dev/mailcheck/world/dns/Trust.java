package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * What a validator would find, told from the flaws that were stated rather than by validating: the
 * world's resolver needs it to set AD or to answer SERVFAIL.
 */
enum Trust {
    SECURE,
    INSECURE,
    BOGUS;

    /** Joins the trust of two parts of one answer. */
    Trust and(Trust other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static Trust of(Catalogue catalogue, ServedZone zone, int type, boolean negative) {
        Trust chain = chain(catalogue, zone);
        return chain == SECURE && breaks(zone, Type.string(type), negative) ? BOGUS : chain;
    }

    /** Judges the way from the root to the zone's keys. */
    private static Trust chain(Catalogue catalogue, ServedZone zone) {
        if (zone.origin().equals(Name.root)) {
            return keys(zone);
        }
        Trust above = of(catalogue, catalogue.zoneFor(zone.origin(), Type.DS), Type.DS, false);
        if (above != SECURE) {
            return above;
        }
        return zone.wantsDs() && isKnown(zone.signer().orElseThrow().signing())
                ? keys(zone)
                : INSECURE;
    }

    private static boolean isKnown(Signing signing) {
        return signing.algorithm() != SigningAlgorithm.UNASSIGNED
                && !signing.has(DnssecFlaw.UNKNOWN_DS_DIGEST);
    }

    private static Trust keys(ServedZone zone) {
        if (zone.signer().isEmpty()) {
            return INSECURE;
        }
        Signing signing = zone.signer().get().signing();
        boolean wrongDs =
                signing.has(DnssecFlaw.WRONG_DS) || signing.has(DnssecFlaw.MISSING_DNSKEY);
        return wrongDs || breaks(zone, "DNSKEY", false) ? BOGUS : SECURE;
    }

    private static boolean breaks(ServedZone zone, String type, boolean negative) {
        Signing signing = zone.signer().orElseThrow().signing();
        return negative
                ? breaks(signing, "NSEC")
                        || breaks(signing, "NSEC3")
                        || breaks(signing, "SOA")
                        || signing.has(DnssecFlaw.MISSING_DENIAL)
                        || signing.has(DnssecFlaw.WRONG_DENIAL)
                : breaks(signing, type);
    }

    private static boolean breaks(Signing signing, String type) {
        return signing.has(DnssecFlaw.CORRUPT_SIGNATURES, type)
                || signing.has(DnssecFlaw.MISSING_SIGNATURES, type)
                || signing.has(DnssecFlaw.EXPIRED_SIGNATURES, type)
                || signing.has(DnssecFlaw.FUTURE_SIGNATURES, type);
    }
}
