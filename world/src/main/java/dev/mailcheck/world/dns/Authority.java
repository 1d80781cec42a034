package dev.mailcheck.world.dns;

import dev.mailcheck.world.dns.ZoneAnswer.Kind;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers like an authoritative server: AA, referrals with glue, REFUSED for foreign names. */
final class Authority implements Answering {
    private static final int MOST_ALIASES = 16;

    private final Map<Name, ServedZone> zones;

    Authority(Map<Name, ServedZone> zones) {
        this.zones = zones;
    }

    @Override
    public Message answer(Message query) {
        Record question = query.getQuestion();
        Optional<ServedZone> zone = zoneFor(question.getName(), question.getType());
        return zone.map(z -> answer(query, z)).orElseGet(() -> refusal(query));
    }

    private Optional<ServedZone> zoneFor(Name name, int type) {
        return Catalogue.enclosing(zones, name, type);
    }

    private static Message refusal(Message query) {
        return Replies.to(query, Rcode.REFUSED);
    }

    private Message answer(Message query, ServedZone zone) {
        Name name = query.getQuestion().getName();
        int type = query.getQuestion().getType();
        boolean dnssec = Question.wantsDnssec(query);
        ZoneAnswer first = ZoneLookup.in(zone, name, type, dnssec);
        Message reply = Replies.to(query, Rcode.NOERROR);
        if (first.kind() == Kind.REFERRAL) {
            Replies.add(reply, Section.AUTHORITY, first.authority());
            first.authority().getFirst().rrs(false).forEach(ns -> addGlue(reply, ns, zone));
            return reply;
        }
        reply.getHeader().setFlag(Flags.AA);
        addChain(reply, first, type, dnssec);
        return reply;
    }

    /** Follows aliases as far as this server's own zones go (RFC 1034, section 4.3.2, step 3a). */
    private void addChain(Message reply, ZoneAnswer first, int type, boolean dnssec) {
        ZoneAnswer step = first;
        for (int i = 0; i < MOST_ALIASES; i++) {
            Replies.add(reply, Section.ANSWER, step.answer());
            Replies.add(reply, Section.AUTHORITY, step.authority());
            if (step.kind() == Kind.NO_NAME) {
                reply.getHeader().setRcode(Rcode.NXDOMAIN);
            }
            Optional<ServedZone> zone = step.next().flatMap(next -> zoneFor(next, type));
            if (zone.isEmpty()) {
                return;
            }
            step = ZoneLookup.in(zone.get(), step.next().orElseThrow(), type, dnssec);
            if (step.kind() == Kind.REFERRAL) {
                return;
            }
        }
    }

    private static void addGlue(Message reply, Record record, ServedZone zone) {
        Name host = ((NSRecord) record).getTarget();
        for (int type : List.of(Type.A, Type.AAAA)) {
            Optional<RRset> glue = zone.content().rrset(host, type);
            glue.ifPresent(g -> Replies.add(reply, Section.ADDITIONAL, List.of(g)));
        }
    }
}
