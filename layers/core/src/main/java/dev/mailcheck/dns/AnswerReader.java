package dev.mailcheck.dns;

import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.DnsAnswer.Found;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.List;
import java.util.Optional;

/**
 * Reads the answer to a question out of a reply. Only records are seen whose owner is the asked
 * name or an alias that leads on from it (CNAME, DNAME); whatever else a reply holds is not there.
 */
final class AnswerReader {
    /**
     * Characters of a record's data that are kept: the JSON reader doubles its buffer and gives up
     * beyond 50,000, so what is longer than half of that could be recorded and never be replayed.
     */
    static final int MAX_DATA = 25_000;

    private final Message message;
    private final RecordType type;

    /** What a reply says. */
    sealed interface Reading {
        /** All there is to know. */
        record Complete(DnsAnswer answer) implements Reading {}

        /** The reply ends with an alias whose target must be asked for by itself. */
        record Continues(AliasChain chain) implements Reading {}

        /** No answer, but a hint whom to ask: the servers of a zone further down, or up. */
        record Referral(AliasChain chain) implements Reading {}
    }

    private AnswerReader(Message message, RecordType type) {
        this.message = message;
        this.type = type;
    }

    /** Reads on from the end of the chain, which is the name the reply is about. */
    static Reading read(Message message, RecordType type, AliasChain chain) {
        return new AnswerReader(message, type).follow(chain);
    }

    private Reading follow(AliasChain chain) {
        int links = chain.aliases().size();
        while (true) {
            Name at = WireName.of(chain.end());
            List<DnsRecord> records = records(chain.end(), at);
            if (!records.isEmpty()) {
                return found(records, chain);
            }
            Optional<Name> target = type == RecordType.CNAME ? Optional.empty() : target(at);
            if (target.isEmpty()) {
                return nothing(chain, chain.aliases().size() > links);
            }
            Optional<DnsName> name = WireName.parse(target.get());
            if (name.isEmpty()) {
                return malformed(chain, "an alias to a name that cannot be asked");
            }
            if (!chain.add(name.get())) {
                return new Reading.Complete(chain.loop());
            }
        }
    }

    private List<DnsRecord> records(DnsName owner, Name at) {
        int code = Question.typeCode(type);
        return answers().stream()
                .filter(record -> is(record, at, code))
                .map(record ->
                        new DnsRecord(owner, type, record.getTTL(), kept(WireData.of(record))))
                .distinct()
                .toList();
    }

    /** No mail program reads so much of a record, and the JSON of a recording holds no more. */
    private static String kept(String data) {
        return data.length() > MAX_DATA ? data.substring(0, MAX_DATA) : data;
    }

    private List<Record> answers() {
        return message.getSection(Section.ANSWER);
    }

    private static boolean is(Record record, Name owner, int type) {
        return record.getType() == type
                && record.getDClass() == DClass.IN
                && record.getName().equals(owner);
    }

    private Optional<Name> target(Name at) {
        for (Record record : answers()) {
            if (record instanceof CNAMERecord cname && is(record, at, Type.CNAME)) {
                return Optional.of(cname.getTarget());
            }
        }
        for (Record record : answers()) {
            if (record instanceof DNAMERecord dname && isBelow(at, dname)) {
                return substituted(at, dname);
            }
        }
        return Optional.empty();
    }

    private static boolean isBelow(Name name, DNAMERecord dname) {
        return dname.getDClass() == DClass.IN
                && name.subdomain(dname.getName())
                && !name.equals(dname.getName());
    }

    private static Optional<Name> substituted(Name at, DNAMERecord dname) {
        try {
            return Optional.of(at.fromDNAME(dname));
        } catch (NameTooLongException tooLong) {
            return Optional.empty();
        }
    }

    private Reading found(List<DnsRecord> records, AliasChain chain) {
        if (message.getRcode() == Rcode.NXDOMAIN) {
            return malformed(chain, "records of a name that is said not to exist");
        }
        return new Reading.Complete(new Found(records, chain.aliases()));
    }

    private Reading nothing(AliasChain chain, boolean movedOn) {
        if (!movedOn && isForeign(WireName.of(chain.end()))) {
            return malformed(chain, "records of another name");
        }
        if (message.getRcode() == Rcode.NXDOMAIN) {
            return new Reading.Complete(new Absent(false, chain.aliases()));
        }
        if (authority(Type.SOA)) {
            return new Reading.Complete(new Absent(true, chain.aliases()));
        }
        if (movedOn) {
            return new Reading.Continues(chain);
        }
        return authority(Type.NS)
                ? new Reading.Referral(chain)
                : new Reading.Complete(new Absent(true, chain.aliases()));
    }

    private boolean authority(int code) {
        return message.getSection(Section.AUTHORITY).stream()
                .anyMatch(record -> record.getType() == code);
    }

    /** Whether there are answers, and none is about the name that was asked for. */
    private boolean isForeign(Name asked) {
        return !answers().isEmpty()
                && answers().stream().noneMatch(record -> record.getName().equals(asked));
    }

    private Reading malformed(AliasChain chain, String detail) {
        return new Reading.Complete(
                new Failed(DnsFailure.MALFORMED, chain.end() + " " + type + ": " + detail));
    }
}
