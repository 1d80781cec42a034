package dev.mailcheck.world.dns;

import dev.mailcheck.world.dns.Resolver.Validation;
import dev.mailcheck.world.dns.ZoneAnswer.Kind;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers like a recursive resolver, but straight from the zones, following aliases. */
final class Recursion implements Answering {
    private final Catalogue catalogue;
    private final Resolver resolver;

    Recursion(Catalogue catalogue, Resolver resolver) {
        this.catalogue = catalogue;
        this.resolver = resolver;
    }

    @Override
    public Message answer(Message query) {
        return new Walk(query).reply();
    }

    /** One question on its way along its aliases. */
    private final class Walk {
        private final Message query;
        private final int type;
        private final boolean dnssec;
        private final List<RRset> answer = new ArrayList<>();
        private final List<RRset> authority = new ArrayList<>();
        private final Set<Name> seen = new HashSet<>();
        private Trust trust = Trust.SECURE;

        Walk(Message query) {
            this.query = query;
            this.type = query.getQuestion().getType();
            this.dnssec = Question.wantsDnssec(query);
        }

        Message reply() {
            int rcode = follow();
            if (trust == Trust.BOGUS && refusesBogus()) {
                rcode = Rcode.SERVFAIL;
            }
            Message reply = Replies.to(query, rcode);
            reply.getHeader().setFlag(Flags.RA);
            if (rcode != Rcode.SERVFAIL) {
                Replies.add(reply, Section.ANSWER, answer);
                Replies.add(reply, Section.AUTHORITY, authority);
                setAd(reply);
            }
            return reply;
        }

        private int follow() {
            Name name = query.getQuestion().getName();
            while (seen.add(name) && seen.size() <= resolver.longestChain() + 1) {
                ZoneAnswer step = step(name);
                if (step.kind() != Kind.ALIAS) {
                    return rcode(step.kind());
                }
                name = step.next().orElseThrow();
            }
            return Rcode.SERVFAIL;
        }

        private ZoneAnswer step(Name name) {
            ServedZone zone = catalogue.zoneFor(name, type);
            ZoneAnswer step = ZoneLookup.in(zone, name, type, dnssec);
            answer.addAll(step.answer());
            authority.addAll(step.authority());
            boolean negative = step.kind() == Kind.NO_DATA || step.kind() == Kind.NO_NAME;
            trust = trust.and(Trust.of(catalogue, zone, answeredType(step), negative));
            return step;
        }

        private int answeredType(ZoneAnswer step) {
            return step.answer().isEmpty() ? type : step.answer().getFirst().getType();
        }

        private boolean refusesBogus() {
            return resolver.validation() == Validation.VALIDATES
                    && !query.getHeader().getFlag(Flags.CD);
        }

        private void setAd(Message reply) {
            boolean wanted = dnssec || query.getHeader().getFlag(Flags.AD);
            boolean validated =
                    resolver.validation() == Validation.VALIDATES && trust == Trust.SECURE;
            if ((wanted && validated) || resolver.validation() == Validation.CLAIMS) {
                reply.getHeader().setFlag(Flags.AD);
            }
        }
    }

    /** A delegation to a zone nobody serves ends like any resolver's futile search. */
    private static int rcode(Kind kind) {
        return switch (kind) {
            case ANSWER, ALIAS, NO_DATA -> Rcode.NOERROR;
            case NO_NAME -> Rcode.NXDOMAIN;
            case REFERRAL -> Rcode.SERVFAIL;
        };
    }
}
