package dev.mailcheck.dns;

import dev.mailcheck.dns.AnswerReader.Reading;
import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.DnsAnswer.Found;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;

import java.util.List;

/** Reads what one nameserver said. Aliases that lead out of what it knows are not followed. */
final class ServerReader {
    private ServerReader() {}

    static ServerAnswer failed(DnsFailure reason, String detail) {
        return ServerAnswer.of(new Failed(reason, detail), false, false);
    }

    static ServerAnswer read(Reply reply, DnsName name, RecordType type) {
        return switch (reply) {
            case Reply.Missing missing -> ServerAnswer.of(missing.failed(), false, false);
            case Reply.Received(Message message) ->
                    new ServerAnswer(
                            answer(message, name, type),
                            message.getHeader().getFlag(Flags.AA),
                            message.getOPT() != null,
                            ReferralReader.read(message, name));
        };
    }

    private static DnsAnswer answer(Message message, DnsName name, RecordType type) {
        return switch (AnswerReader.read(message, type, new AliasChain(name))) {
            case Reading.Complete(DnsAnswer answer) -> answer;
            case Reading.Continues(AliasChain chain) -> new Absent(true, chain.aliases());
            case Reading.Referral(AliasChain chain) -> referral(message, name, type);
        };
    }

    /** A parent's answer to "who serves this zone?" is its delegation. */
    private static DnsAnswer referral(Message message, DnsName name, RecordType type) {
        Name owner = WireName.of(name);
        List<DnsRecord> servers =
                message.getSection(Section.AUTHORITY).stream()
                        .filter(record -> record instanceof NSRecord)
                        .filter(record -> record.getName().equals(owner))
                        .map(r -> new DnsRecord(name, RecordType.NS, r.getTTL(), WireData.of(r)))
                        .toList();
        return type == RecordType.NS && !servers.isEmpty()
                ? new Found(servers, List.of())
                : new Failed(DnsFailure.REFUSED, name + " " + type + ": a referral, not an answer");
    }
}
