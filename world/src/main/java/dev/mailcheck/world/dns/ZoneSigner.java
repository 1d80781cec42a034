package dev.mailcheck.world.dns;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs a zone's record sets when they are first asked for, with the flaws the zone is to have. */
final class ZoneSigner {
    private static final Duration DAY = Duration.ofDays(1);

    private final Name origin;
    private final Signing signing;
    private final Instant now;
    private @Nullable ZoneKey key;
    private final Map<RRsetId, List<RRSIGRecord>> signatures = new ConcurrentHashMap<>();

    private record RRsetId(Name name, int type) {}

    ZoneSigner(Name origin, Signing signing, Instant now) {
        this.origin = origin;
        this.signing = signing;
        this.now = now;
    }

    /** Returns the zone's key, made when first needed. */
    synchronized ZoneKey key() {
        if (key == null) {
            key = ZoneKey.of(origin, signing.algorithm(), "");
        }
        return key;
    }

    Signing signing() {
        return signing;
    }

    /** Returns the signed copy of a record set. */
    RRset signed(RRset rrset) {
        RRset copy = new RRset();
        rrset.rrs(false).forEach(copy::addRR);
        RRsetId id = new RRsetId(rrset.getName(), rrset.getType());
        signatures.computeIfAbsent(id, i -> signatures(rrset)).forEach(copy::addRR);
        return copy;
    }

    private List<RRSIGRecord> signatures(RRset rrset) {
        String type = Type.string(rrset.getType());
        if (signing.has(DnssecFlaw.MISSING_SIGNATURES, type)) {
            return List.of();
        }
        RRSIGRecord unsigned = rrsig(rrset, inception(type), expiration(type), new byte[0]);
        byte[] signature = key().sign(DNSSEC.digestRRset(unsigned, rrset));
        if (signing.has(DnssecFlaw.CORRUPT_SIGNATURES, type)) {
            signature[signature.length - 1] ^= 1;
        }
        List<byte[]> all =
                new ArrayList<>(CollidingKeys.signatures(signature, signing.collisions()));
        all.add(signature);
        return all.stream()
                .map(each -> rrsig(rrset, inception(type), expiration(type), each))
                .toList();
    }

    private Instant inception(String type) {
        if (signing.has(DnssecFlaw.FUTURE_SIGNATURES, type)) {
            return now.plus(DAY);
        }
        Duration age = signing.has(DnssecFlaw.EXPIRED_SIGNATURES, type) ? Duration.ofDays(15) : DAY;
        return now.minus(age);
    }

    private Instant expiration(String type) {
        boolean expired = signing.has(DnssecFlaw.EXPIRED_SIGNATURES, type);
        return expired ? now.minus(DAY) : now.plus(signing.validFor());
    }

    private RRSIGRecord rrsig(RRset rrset, Instant from, Instant until, byte[] signature) {
        return new RRSIGRecord(
                rrset.getName(),
                rrset.getDClass(),
                rrset.getTTL(),
                rrset.getType(),
                key().dnskey().getAlgorithm(),
                rrset.getTTL(),
                until,
                from,
                key().dnskey().getFootprint(),
                origin,
                signature);
    }
}
