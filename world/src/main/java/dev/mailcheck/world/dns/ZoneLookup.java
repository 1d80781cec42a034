package dev.mailcheck.world.dns;

import dev.mailcheck.world.dns.ZoneAnswer.Kind;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks one zone one question: RFC 1034, section 4.3.2, with wildcards (RFC 4592), DNAME (RFC 6672)
 * and the proofs of RFC 4035, section 3.1 when DNSSEC is wanted.
 */
final class ZoneLookup {
    private final ServedZone zone;
    private final Name name;
    private final int type;
    private final boolean dnssec;

    private ZoneLookup(ServedZone zone, Name name, int type, boolean dnssec) {
        this.zone = zone;
        this.name = name;
        this.type = type;
        this.dnssec = dnssec;
    }

    static ZoneAnswer in(ServedZone zone, Name name, int type, boolean dnssec) {
        return new ZoneLookup(zone, name, type, dnssec).answer();
    }

    private ZoneAnswer answer() {
        Optional<Name> cut = zone.content().cutAtOrAbove(name);
        if (cut.isPresent() && !(cut.get().equals(name) && type == Type.DS)) {
            return referral(cut.get());
        }
        Optional<RRset> dname = zone.content().dnameAbove(name);
        if (dname.isPresent()) {
            return dname(dname.get());
        }
        return zone.content().exists(name) ? existing() : missing();
    }

    private ZoneAnswer existing() {
        if (type == Type.ANY) {
            return answer(List.copyOf(zone.content().node(name).values()), List.of());
        }
        Optional<RRset> alias = aliasAt(name);
        if (alias.isPresent()) {
            return alias(alias.get(), List.of());
        }
        return zone.rrset(name, type)
                .map(found -> answer(List.of(found), List.of()))
                .orElseGet(() -> negative(Kind.NO_DATA, chain -> chain.noData(name)));
    }

    private ZoneAnswer missing() {
        Name encloser = zone.content().closestEncloser(name);
        Name wildcard = Names.wildcardAt(encloser);
        if (!zone.content().exists(wildcard)) {
            return negative(Kind.NO_NAME, chain -> chain.noName(name, encloser));
        }
        List<RRset> proof = proofs(chain -> chain.expanded(name, encloser));
        Optional<RRset> alias = aliasAt(wildcard);
        if (alias.isPresent()) {
            return alias(alias.get(), proof);
        }
        return zone.content()
                .rrset(wildcard, type)
                .map(found -> answer(List.of(found), proof))
                .orElseGet(() ->
                        negative(Kind.NO_DATA, chain -> chain.expandedNoData(name, encloser)));
    }

    private Optional<RRset> aliasAt(Name owner) {
        boolean chases = type != Type.CNAME && type != Type.NSEC && type != Type.RRSIG;
        return chases ? zone.content().rrset(owner, Type.CNAME) : Optional.empty();
    }

    private ZoneAnswer answer(List<RRset> found, List<RRset> proof) {
        List<RRset> answer = new ArrayList<>();
        found.forEach(rrset -> answer.add(named(signed(rrset))));
        return ZoneAnswer.of(Kind.ANSWER, answer, proof);
    }

    private ZoneAnswer alias(RRset cname, List<RRset> proof) {
        Name target = ((CNAMERecord) cname.first()).getTarget();
        return new ZoneAnswer(
                Kind.ALIAS, List.of(named(signed(cname))), proof, Optional.of(target));
    }

    private ZoneAnswer dname(RRset rrset) {
        DNAMERecord dname = (DNAMERecord) rrset.first();
        try {
            Name target = name.fromDNAME(dname);
            RRset cname = new RRset(new CNAMERecord(name, DClass.IN, dname.getTTL(), target));
            return new ZoneAnswer(
                    Kind.ALIAS, List.of(signed(rrset), cname), List.of(), Optional.of(target));
        } catch (NameTooLongException e) {
            return answer(List.of(rrset), List.of());
        }
    }

    private ZoneAnswer negative(Kind kind, Function<DenialChain, List<RRset>> proof) {
        List<RRset> authority = new ArrayList<>();
        authority.add(signed(zone.content().rrset(zone.origin(), Type.SOA).orElseThrow()));
        authority.addAll(proofs(proof));
        return ZoneAnswer.of(kind, List.of(), authority);
    }

    private ZoneAnswer referral(Name cut) {
        List<RRset> authority = new ArrayList<>();
        authority.add(zone.content().rrset(cut, Type.NS).orElseThrow());
        if (dnssec && zone.signer().isPresent()) {
            zone.rrset(cut, Type.DS)
                    .map(ds -> List.of(signed(ds)))
                    .orElseGet(() -> proofs(chain -> chain.noData(cut)))
                    .forEach(authority::add);
        }
        return ZoneAnswer.of(Kind.REFERRAL, List.of(), authority);
    }

    private List<RRset> proofs(Function<DenialChain, List<RRset>> proof) {
        if (!dnssec || !zone.provesAbsence()) {
            return List.of();
        }
        Name denied = zone.denied(name);
        DenialChain chain = zone.denial();
        return zone.signedProofs(denied.equals(name) ? proof.apply(chain) : chain.noData(denied));
    }

    private RRset signed(RRset rrset) {
        return dnssec ? zone.signed(rrset) : rrset;
    }

    /** Gives a wildcard's records the name that was asked for. */
    private RRset named(RRset rrset) {
        if (rrset.getName().equals(name)) {
            return rrset;
        }
        RRset renamed = new RRset();
        for (Record record : rrset.rrs(false)) {
            renamed.addRR(record.withName(name));
        }
        rrset.sigs().forEach(sig -> renamed.addRR(sig.withName(name)));
        return renamed;
    }
}
