package dev.mailcheck.world.dns;

import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

import java.time.Duration;
import java.util.List;

/** What a DNS server of the world does to its answers, as data. Faults may be combined. */
public sealed interface DnsFault {
    /** An answer without records and with this response code. */
    record ResponseCode(int rcode) implements DnsFault {}

    /** No answer at all. */
    record Silent() implements DnsFault {}

    /** The answer, but so long after the question. */
    record Delayed(Duration delay) implements DnsFault {}

    /** The answer under another message id. */
    record WrongId() implements DnsFault {}

    /** The answer with another name in its question section. */
    record WrongQuestion(String name) implements DnsFault {}

    /** The answer's records under another owner name. */
    record WrongOwner(String name) implements DnsFault {}

    /** More records, in presentation form with absolute names, in one section. */
    record Extra(int section, String records) implements DnsFault {}

    /** A first datagram with the given fault, then the right answer. */
    record SpoofedFirst(DnsFault fault) implements DnsFault {}

    /** TC=1 and nothing else over UDP; over TCP the server behaves as told. */
    record Truncated(OverTcp overTcp) implements DnsFault {}

    /** FORMERR for whatever carries an OPT record, as servers from before EDNS (RFC 6891). */
    record NoEdns() implements DnsFault {}

    /** The answer without an OPT record, as if the question had none. */
    record IgnoresEdns() implements DnsFault {}

    /** The answer without AA, as from a server that is not authoritative. */
    record NotAuthoritative() implements DnsFault {}

    /** Loses RRSIG, NSEC and NSEC3, and finds no DS or DNSKEY. */
    record StripDnssec() implements DnsFault {}

    /** NXDOMAIN turned into an A record, as "search help" of some providers does. */
    record RewriteNxdomain(String address) implements DnsFault {}

    /** These records as the whole answer section: an inside view. Empty text is NODATA. */
    record Replaced(String records) implements DnsFault {}

    /** Another answer each time, the last one from then on: rebinding. */
    record InTurn(List<String> records) implements DnsFault {
        public InTurn {
            records = List.copyOf(records);
        }
    }

    /** Bytes that are no DNS message. */
    record Garbage(String text) implements DnsFault {}

    /** How a server that truncates over UDP treats the TCP connection that follows. */
    enum OverTcp {
        ANSWERS,
        /** One byte a second, without end. */
        DRIPS,
        /** The connection is reset after the question. */
        RESETS,
        /** The question is read and never answered. */
        STAYS_SILENT
    }

    static DnsFault servfail() {
        return new ResponseCode(Rcode.SERVFAIL);
    }

    static DnsFault refused() {
        return new ResponseCode(Rcode.REFUSED);
    }

    static DnsFault nxdomain() {
        return new ResponseCode(Rcode.NXDOMAIN);
    }

    static DnsFault silent() {
        return new Silent();
    }

    static DnsFault delay(Duration delay) {
        return new Delayed(delay);
    }

    static DnsFault wrongId() {
        return new WrongId();
    }

    static DnsFault wrongQuestion(String name) {
        return new WrongQuestion(name);
    }

    static DnsFault wrongOwner(String name) {
        return new WrongOwner(name);
    }

    static DnsFault extraAnswer(String records) {
        return new Extra(Section.ANSWER, records);
    }

    static DnsFault extraAuthority(String records) {
        return new Extra(Section.AUTHORITY, records);
    }

    static DnsFault extraAdditional(String records) {
        return new Extra(Section.ADDITIONAL, records);
    }

    static DnsFault spoofedFirst(DnsFault fault) {
        return new SpoofedFirst(fault);
    }

    static DnsFault truncated(OverTcp overTcp) {
        return new Truncated(overTcp);
    }

    static DnsFault noEdns() {
        return new NoEdns();
    }

    static DnsFault ignoresEdns() {
        return new IgnoresEdns();
    }

    static DnsFault notAuthoritative() {
        return new NotAuthoritative();
    }

    static DnsFault stripDnssec() {
        return new StripDnssec();
    }

    static DnsFault rewriteNxdomain(String address) {
        return new RewriteNxdomain(address);
    }

    static DnsFault replaced(String records) {
        return new Replaced(records);
    }

    static DnsFault inTurn(String... records) {
        return new InTurn(List.of(records));
    }

    static DnsFault garbage(String text) {
        return new Garbage(text);
    }
}
