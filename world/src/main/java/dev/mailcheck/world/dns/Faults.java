package dev.mailcheck.world.dns;

import dev.mailcheck.world.dns.DnsFault.Delayed;
import dev.mailcheck.world.dns.DnsFault.Extra;
import dev.mailcheck.world.dns.DnsFault.Garbage;
import dev.mailcheck.world.dns.DnsFault.IgnoresEdns;
import dev.mailcheck.world.dns.DnsFault.InTurn;
import dev.mailcheck.world.dns.DnsFault.NoEdns;
import dev.mailcheck.world.dns.DnsFault.NotAuthoritative;
import dev.mailcheck.world.dns.DnsFault.Replaced;
import dev.mailcheck.world.dns.DnsFault.ResponseCode;
import dev.mailcheck.world.dns.DnsFault.RewriteNxdomain;
import dev.mailcheck.world.dns.DnsFault.Silent;
import dev.mailcheck.world.dns.DnsFault.SpoofedFirst;
import dev.mailcheck.world.dns.DnsFault.StripDnssec;
import dev.mailcheck.world.dns.DnsFault.Truncated;
import dev.mailcheck.world.dns.DnsFault.WrongId;
import dev.mailcheck.world.dns.DnsFault.WrongOwner;
import dev.mailcheck.world.dns.DnsFault.WrongQuestion;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Applies a server's faults to its answers. */
final class Faults {
    private final List<DnsRule> rules;
    private final Map<InTurn, Integer> turns = new ConcurrentHashMap<>();

    Faults(List<DnsRule> rules) {
        this.rules = rules;
    }

    void apply(Exchange exchange) {
        for (DnsRule rule : rules) {
            if (rule.match().matches(exchange.question())) {
                apply(rule.fault(), exchange);
            }
        }
    }

    private void apply(DnsFault fault, Exchange exchange) {
        switch (fault) {
            case ResponseCode code -> exchange.reply(empty(exchange, code.rcode()));
            case Silent s -> exchange.silent();
            case Delayed d -> exchange.delay(d.delay());
            case WrongId w -> wrongId(exchange.reply());
            case WrongQuestion w -> exchange.reply(Alter.question(exchange.reply(), w.name()));
            case WrongOwner w -> exchange.reply(Alter.owner(exchange.reply(), w.name()));
            case Extra e -> Alter.add(exchange.reply(), e.section(), e.records());
            case SpoofedFirst s -> spoofedFirst(s, exchange);
            case Truncated t -> truncated(t, exchange);
            case NoEdns n -> noEdns(exchange);
            case IgnoresEdns i -> exchange.reply(Alter.withoutOpt(exchange.reply()));
            case NotAuthoritative n -> exchange.reply().getHeader().unsetFlag(Flags.AA);
            case StripDnssec s -> exchange.reply(Alter.withoutDnssec(exchange.reply()));
            case RewriteNxdomain r -> rewriteNxdomain(r, exchange);
            case Replaced r -> exchange.reply(Alter.answer(exchange.reply(), r.records()));
            case InTurn i -> exchange.reply(Alter.answer(exchange.reply(), next(i)));
            case Garbage g -> exchange.garbage(g.text());
        }
    }

    private static Message empty(Exchange exchange, int rcode) {
        Message reply = Replies.to(exchange.query(), rcode);
        if (exchange.reply().getHeader().getFlag(Flags.RA)) {
            reply.getHeader().setFlag(Flags.RA);
        }
        return reply;
    }

    private static void wrongId(Message reply) {
        reply.getHeader().setID(reply.getHeader().getID() ^ 0x5555);
    }

    private void spoofedFirst(SpoofedFirst spoofed, Exchange exchange) {
        Exchange first =
                new Exchange(exchange.query(), exchange.question(), exchange.reply().clone());
        apply(spoofed.fault(), first);
        first.wires(DnsServer.MAX_MESSAGE_BYTES).forEach(exchange::before);
    }

    private static void truncated(Truncated truncated, Exchange exchange) {
        if (exchange.question().tcp()) {
            exchange.overTcp(truncated.overTcp());
        } else {
            exchange.reply(empty(exchange, Rcode.NOERROR));
            exchange.reply().getHeader().setFlag(Flags.TC);
        }
    }

    private static void noEdns(Exchange exchange) {
        if (exchange.query().getOPT() != null) {
            exchange.reply(Alter.withoutOpt(empty(exchange, Rcode.FORMERR)));
        }
    }

    private static void rewriteNxdomain(RewriteNxdomain rewrite, Exchange exchange) {
        boolean address = exchange.question().type().equals("A");
        if (address && exchange.reply().getRcode() == Rcode.NXDOMAIN) {
            String record = exchange.question().name() + ". 60 A " + rewrite.address();
            exchange.reply(Alter.answer(exchange.reply(), record));
        }
    }

    private String next(InTurn inTurn) {
        int turn = turns.merge(inTurn, 1, Integer::sum) - 1;
        return inTurn.records().get(Math.min(turn, inTurn.records().size() - 1));
    }
}
