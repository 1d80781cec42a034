package dev.mailcheck.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

import java.util.List;

/**
 * Fuzz target: any bytes as the reply to a question, read for each type that we ask. Id and
 * question are put in front, so that it is looked at at all.
 */
public final class DnsReplyFuzz {
    private static final DnsName NAME = DnsName.of("a.example");

    private DnsReplyFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (RecordType type : List.of(RecordType.TXT, RecordType.MX, RecordType.A)) {
            read(input, type);
            read(reply(input, type), type);
        }
    }

    private static void read(byte[] bytes, RecordType type) {
        Question question = Question.of(NAME, type);
        if (ReplyReader.read(bytes, 1, question, QueryForm.TO_RESOLVER)
                instanceof ReplyReader.Verdict.Answer(var message)) {
            AnswerReader.read(message, type, new AliasChain(NAME));
        }
    }

    /** A header with these counts, and the question; what is given is behind them. */
    private static byte[] reply(byte[] rest, RecordType type) {
        byte[] name = Name.fromConstantString("a.example.").toWire();
        byte[] reply = new byte[12 + name.length + 4 + rest.length];
        reply[1] = 1;
        reply[2] = (byte) 0x84;
        reply[5] = 1;
        reply[7] = (byte) (rest.length == 0 ? 0 : 1 + (rest[0] & 3));
        System.arraycopy(name, 0, reply, 12, name.length);
        int code = type == RecordType.TXT ? Type.TXT : type == RecordType.MX ? Type.MX : Type.A;
        reply[12 + name.length + 1] = (byte) code;
        reply[12 + name.length + 3] = 1;
        System.arraycopy(rest, 0, reply, 12 + name.length + 4, rest.length);
        return reply;
    }
}
