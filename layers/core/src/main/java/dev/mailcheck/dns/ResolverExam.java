package dev.mailcheck.dns;

import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.DnsAnswer.Found;

import org.xbill.DNS.Flags;

/** Judges the resolver by what it said of the root, a top-level domain, and an impossible name. */
final class ResolverExam {
    static final Reply NO_REPLY = new Reply.Missing(DnsFailure.DEADLINE, "no reply");

    private ResolverExam() {}

    /**
     * @param impossible the answer for a name below {@code invalid.}
     * @param checked the reply to a query that lets the resolver validate
     */
    static ResolverKind judge(ChainStart start, DnsAnswer impossible, Reply checked) {
        if (rewrites(impossible)) {
            return ResolverKind.REWRITES;
        }
        return switch (start) {
            case ChainStart.Unanswered(String detail) -> ResolverKind.UNKNOWN;
            case ChainStart.Broken(String detail) -> ResolverKind.STRIPS_DNSSEC;
            case ChainStart.Sound() ->
                    saysAuthentic(checked) ? ResolverKind.VALIDATING : ResolverKind.PLAIN;
        };
    }

    /** It cannot exist, so anything but "does not exist" is made up. */
    private static boolean rewrites(DnsAnswer impossible) {
        return switch (impossible) {
            case Found found -> true;
            case Absent absent -> absent.nameExists();
            case Failed failed -> false;
        };
    }

    private static boolean saysAuthentic(Reply checked) {
        return checked instanceof Reply.Received(var message)
                && message.getHeader().getFlag(Flags.AD);
    }
}
