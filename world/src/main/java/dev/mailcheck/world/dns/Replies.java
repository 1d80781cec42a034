package dev.mailcheck.world.dns;

import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

import java.util.List;

/** Builds replies. */
final class Replies {
    private static final int UDP_PAYLOAD_BYTES = 1232;

    private Replies() {}

    /** Returns an empty reply: id, question, RD and CD as asked, and an OPT if there was one. */
    static Message to(Message query, int rcode) {
        Message reply = new Message(query.getHeader().getID());
        Header header = reply.getHeader();
        header.setOpcode(query.getHeader().getOpcode());
        header.setFlag(Flags.QR);
        copyFlag(query, reply, Flags.RD);
        copyFlag(query, reply, Flags.CD);
        header.setRcode(rcode);
        query.getSection(Section.QUESTION).forEach(q -> reply.addRecord(q, Section.QUESTION));
        if (query.getOPT() != null) {
            reply.addRecord(opt(Question.wantsDnssec(query)), Section.ADDITIONAL);
        }
        return reply;
    }

    private static void copyFlag(Message from, Message to, int flag) {
        if (from.getHeader().getFlag(flag)) {
            to.getHeader().setFlag(flag);
        }
    }

    private static OPTRecord opt(boolean dnssec) {
        return new OPTRecord(UDP_PAYLOAD_BYTES, 0, 0, dnssec ? ExtendedFlags.DO : 0);
    }

    /** Adds record sets with their signatures, each record once. */
    static void add(Message reply, int section, List<RRset> rrsets) {
        for (RRset rrset : rrsets) {
            rrset.rrs(false).forEach(record -> addOnce(reply, section, record));
            rrset.sigs().forEach(record -> addOnce(reply, section, record));
        }
    }

    private static void addOnce(Message reply, int section, Record record) {
        if (!reply.findRecord(record, section)) {
            reply.addRecord(record, section);
        }
    }
}
