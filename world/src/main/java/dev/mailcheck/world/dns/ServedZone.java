package dev.mailcheck.world.dns;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** A zone ready to be asked: its records, its key, its children's DS, its proofs of absence. */
final class ServedZone {
    private final ZoneContent content;
    private final Optional<ZoneSigner> signer;
    private final Map<Name, ServedZone> signedChildren = new HashMap<>();
    private @Nullable DenialChain denial;

    ServedZone(Zone zone, Instant now) {
        this.content = ZoneFile.read(zone);
        this.signer = zone.signing().map(signing -> new ZoneSigner(origin(), signing, now));
    }

    ZoneContent content() {
        return content;
    }

    Name origin() {
        return content.origin();
    }

    Optional<ZoneSigner> signer() {
        return signer;
    }

    /** Takes note of a child zone whose DS this zone publishes. */
    void delegateSigned(ServedZone child) {
        signedChildren.put(child.origin(), child);
    }

    boolean hasDs(Name cut) {
        return signedChildren.containsKey(cut) || content.rrset(cut, Type.DS).isPresent();
    }

    /** Tells whether the parent has a DS for this zone. */
    boolean wantsDs() {
        return signer.filter(s -> !s.signing().has(DnssecFlaw.NO_DS)).isPresent();
    }

    /** Returns this zone's DS, a wrong one when that is its flaw. */
    DSRecord ds() {
        Signing signing = signer.orElseThrow().signing();
        ZoneKey key =
                signing.has(DnssecFlaw.WRONG_DS)
                        ? ZoneKey.of(origin(), signing.algorithm(), "another key")
                        : signer.orElseThrow().key();
        return signing.dsDigest(Dnskeys.ds(key.dnskey()), key.dnskey());
    }

    /** Returns the record set at a name, including those that signing adds. */
    Optional<RRset> rrset(Name name, int type) {
        return switch (type) {
            case Type.DNSKEY -> dnskeys(name);
            case Type.DS -> ds(name);
            case Type.NSEC -> nsec(name);
            case Type.NSEC3PARAM -> nsec3Parameters(name);
            default -> content.rrset(name, type);
        };
    }

    private Optional<RRset> dnskeys(Name name) {
        if (signer.isEmpty()
                || !name.equals(origin())
                || signer.get().signing().has(DnssecFlaw.MISSING_DNSKEY)) {
            return content.rrset(name, Type.DNSKEY);
        }
        DNSKEYRecord key = signer.get().key().dnskey();
        RRset keys = new RRset(key);
        CollidingKeys.of(key, signer.get().signing().collisions()).forEach(keys::addRR);
        content.rrset(name, Type.DNSKEY).ifPresent(more -> more.rrs(false).forEach(keys::addRR));
        return Optional.of(keys);
    }

    private Optional<RRset> ds(Name cut) {
        ServedZone child = signedChildren.get(cut);
        return child == null ? content.rrset(cut, Type.DS) : Optional.of(new RRset(child.ds()));
    }

    private Optional<RRset> nsec(Name name) {
        boolean owner = !content.node(name).isEmpty() && !content.isGlue(name);
        return owner && signer.isPresent() && denial() instanceof NsecChain chain
                ? Optional.of(chain.at(name))
                : Optional.empty();
    }

    private Optional<RRset> nsec3Parameters(Name name) {
        return name.equals(origin()) && signer.isPresent() && denial() instanceof Nsec3Chain chain
                ? Optional.of(chain.parameterSet())
                : Optional.empty();
    }

    /** Returns the types an NSEC3 record lists for a name. */
    SortedSet<Integer> nsec3Types(Name name) {
        SortedSet<Integer> types = TypesAt.of(this, name);
        if (name.equals(origin())) {
            types.add(Type.NSEC3PARAM);
        }
        return types;
    }

    /** Returns the set with its signatures if the zone signs it, else as it is. */
    RRset signed(RRset rrset) {
        return signer.map(s -> s.signed(rrset)).orElse(rrset);
    }

    /** Returns signed proofs, or none where the zone has none to give. */
    List<RRset> signedProofs(List<RRset> proofs) {
        List<RRset> signed = new ArrayList<>();
        proofs.forEach(proof -> signed.add(signed(proof)));
        return signed;
    }

    /** The name whose absence is proven where it is another's that is asked for. */
    Name denied(Name name) {
        boolean wrong = signer.filter(s -> s.signing().has(DnssecFlaw.WRONG_DENIAL)).isPresent();
        Name other = content.nodes().higherKey(origin());
        return wrong && other != null ? other : name;
    }

    boolean provesAbsence() {
        return signer.filter(s -> !s.signing().has(DnssecFlaw.MISSING_DENIAL)).isPresent();
    }

    /** Returns the denial chain of a signed zone, built when first needed. */
    synchronized DenialChain denial() {
        if (denial == null) {
            denial =
                    switch (signer.orElseThrow().signing().denial()) {
                        case Denial.Nsec nsec -> new NsecChain(this);
                        case Denial.Nsec3 nsec3 -> new Nsec3Chain(this, nsec3);
                    };
        }
        return denial;
    }
}
