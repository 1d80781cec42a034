package dev.mailcheck.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

import java.io.IOException;

/** Decides what bytes mean that came where the reply to a query was awaited. */
final class ReplyReader {
    private static final int HEADER = 12;

    private ReplyReader() {}

    /** What is to be made of the bytes. */
    sealed interface Verdict {
        /** The answer to the question. */
        record Answer(Message message) implements Verdict {}

        /** The answer did not fit; it must be fetched by TCP. */
        record Truncated() implements Verdict {}

        /** The server does not know EDNS. */
        record WithoutEdns() implements Verdict {}

        /** The server says that it cannot or will not answer. */
        record Refusal(Reply.Missing missing) implements Verdict {}

        /**
         * No answer to this query, whoever sent it: another id, another question, or no message.
         */
        record Foreign(String detail) implements Verdict {}
    }

    static Verdict read(byte[] bytes, int id, Question question, QueryForm form) {
        if (bytes.length < HEADER) {
            return new Verdict.Foreign("shorter than a header");
        }
        if (((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) != id) {
            return new Verdict.Foreign("another id");
        }
        boolean truncated = (bytes[2] & 0x02) != 0;
        try {
            return judge(new Message(bytes), question, form, truncated);
        } catch (IOException | RuntimeException unreadable) {
            // dnsjava throws both, for bytes of a stranger's choice.
            return truncated ? new Verdict.Truncated() : new Verdict.Foreign("not a DNS message");
        }
    }

    private static Verdict judge(
            Message message, Question question, QueryForm form, boolean truncated) {
        int rcode = message.getRcode();
        boolean answers = rcode == Rcode.NOERROR || rcode == Rcode.NXDOMAIN;
        if (!message.getHeader().getFlag(Flags.QR)
                || message.getHeader().getOpcode() != Opcode.QUERY) {
            return new Verdict.Foreign("no reply to a query");
        }
        if (!asks(message, question, !answers)) {
            return new Verdict.Foreign("another question");
        }
        if (truncated) {
            return new Verdict.Truncated();
        }
        if (answers) {
            return new Verdict.Answer(message);
        }
        return form.edns() && mayLackEdns(rcode)
                ? new Verdict.WithoutEdns()
                : new Verdict.Refusal(refusal(message, question, rcode));
    }

    /** A server that refuses may leave the question out. */
    private static boolean asks(Message message, Question question, boolean mayBeEmpty) {
        Record asked = message.getQuestion();
        if (asked == null) {
            return mayBeEmpty;
        }
        return asked.getType() == question.type()
                && asked.getDClass() == DClass.IN
                && asked.getName().equals(question.name());
    }

    private static boolean mayLackEdns(int rcode) {
        return rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP || rcode == Rcode.BADVERS;
    }

    private static Reply.Missing refusal(Message message, Question question, int rcode) {
        DnsFailure reason = rcode == Rcode.SERVFAIL ? DnsFailure.SERVFAIL : DnsFailure.REFUSED;
        return new Reply.Missing(
                reason, question + ": " + Rcode.string(rcode) + extendedError(message));
    }

    /** The code of RFC 8914, without the sender's own text. */
    private static String extendedError(Message message) {
        if (message.getOPT() == null) {
            return "";
        }
        for (EDNSOption option : message.getOPT().getOptions()) {
            if (option instanceof ExtendedErrorCodeOption error) {
                return " (extended error " + error.getErrorCode() + ")";
            }
        }
        return "";
    }
}
