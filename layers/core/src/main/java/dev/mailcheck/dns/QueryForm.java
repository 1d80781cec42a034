package dev.mailcheck.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * How a question is put.
 *
 * @param recursion RD: to a resolver, not to a nameserver
 * @param checkingDisabled CD: the resolver hands out what it would call bogus; we judge ourselves
 * @param edns an OPT record with DO (RFC 6891, section 6.1.2)
 */
record QueryForm(boolean recursion, boolean checkingDisabled, boolean edns) {
    static final QueryForm TO_RESOLVER = new QueryForm(true, true, true);
    static final QueryForm TO_SERVER = new QueryForm(false, true, true);

    /** So that the resolver shows whether it validates. */
    static final QueryForm WITH_CHECKING = new QueryForm(true, false, true);

    /** Passes every path without fragments. */
    private static final int PAYLOAD = 1232;

    QueryForm withoutEdns() {
        return new QueryForm(recursion, checkingDisabled, false);
    }

    byte[] toWire(int id, Question question) {
        Message query = new Message(id);
        if (recursion) {
            query.getHeader().setFlag(Flags.RD);
        }
        if (checkingDisabled) {
            query.getHeader().setFlag(Flags.CD);
        }
        query.addRecord(
                Record.newRecord(question.name(), question.type(), DClass.IN), Section.QUESTION);
        if (edns) {
            query.addRecord(new OPTRecord(PAYLOAD, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
        }
        return query.toWire();
    }
}
