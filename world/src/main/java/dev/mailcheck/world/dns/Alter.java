package dev.mailcheck.world.dns;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes a changed copy of a reply. */
final class Alter {
    private static final Set<Integer> DNSSEC_TYPES =
            Set.of(Type.RRSIG, Type.NSEC, Type.NSEC3, Type.DS, Type.DNSKEY);

    private Alter() {}

    /** Puts another name into the question. */
    static Message question(Message reply, String name) {
        return renamed(reply, Section.QUESTION, Names.absolute(name));
    }

    /** Puts the answer's records under another name. */
    static Message owner(Message reply, String name) {
        return renamed(reply, Section.ANSWER, Names.absolute(name));
    }

    private static Message renamed(Message reply, int where, Name name) {
        return copy(
                reply,
                (section, record) ->
                        Optional.of(section == where ? record.withName(name) : record));
    }

    static Message withoutDnssec(Message reply) {
        Message copy = keep(reply, record -> !DNSSEC_TYPES.contains(record.getType()));
        copy.getHeader().unsetFlag(Flags.AD);
        return copy;
    }

    static Message withoutOpt(Message reply) {
        return keep(reply, record -> !(record instanceof OPTRecord));
    }

    /** Replaces the answer section, makes the reply a success, and drops the proofs. */
    static Message answer(Message reply, String records) {
        Message copy = new Message(reply.getHeader().getID());
        copy.setHeader(emptied(reply));
        copy.getHeader().setRcode(Rcode.NOERROR);
        reply.getSection(Section.QUESTION).forEach(q -> copy.addRecord(q, Section.QUESTION));
        add(copy, Section.ANSWER, records);
        if (reply.getOPT() != null) {
            copy.addRecord(reply.getOPT(), Section.ADDITIONAL);
        }
        return copy;
    }

    static void add(Message reply, int section, String records) {
        ZoneFile.records(records, Name.root).forEach(r -> reply.addRecord(r, section));
    }

    private static Message keep(Message reply, Predicate<Record> wanted) {
        return copy(
                reply,
                (section, record) ->
                        section == Section.QUESTION || wanted.test(record)
                                ? Optional.of(record)
                                : Optional.empty());
    }

    private interface Change {
        Optional<Record> of(int section, Record record);
    }

    private static Message copy(Message reply, Change change) {
        Message copy = new Message(reply.getHeader().getID());
        copy.setHeader(emptied(reply));
        for (int section = Section.QUESTION; section <= Section.ADDITIONAL; section++) {
            for (Record record : reply.getSection(section)) {
                int where = section;
                change.of(section, record).ifPresent(r -> copy.addRecord(r, where));
            }
        }
        return copy;
    }

    private static Header emptied(Message reply) {
        Message empty = reply.clone();
        for (int section = Section.QUESTION; section <= Section.ADDITIONAL; section++) {
            empty.removeAllRecords(section);
        }
        return empty.getHeader();
    }
}
