package dev.mailcheck.world.dns;

import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * One question as it reached a server of the world.
 *
 * @param name the name in lower case, without final dot
 * @param type the type's mnemonic, such as {@code MX}
 * @param tcp whether it came over TCP
 * @param dnssecOk the DO bit
 * @param checkingDisabled the CD bit
 */
public record Question(
        String name, String type, boolean tcp, boolean dnssecOk, boolean checkingDisabled) {
    static Question of(Message query, boolean tcp) {
        Record asked = query.getQuestion();
        return new Question(
                Names.text(asked.getName()),
                Type.string(asked.getType()),
                tcp,
                wantsDnssec(query),
                query.getHeader().getFlag(Flags.CD));
    }

    static boolean wantsDnssec(Message query) {
        OPTRecord opt = query.getOPT();
        return opt != null && (opt.getFlags() & ExtendedFlags.DO) != 0;
    }
}
