package dev.mailcheck.dns;

import dev.mailcheck.dns.AnswerReader.Reading;
import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.DnsAnswer.Found;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                            referral(message, name));
        };
    }

    private static DnsAnswer answer(Message message, DnsName name, RecordType type) {
        return switch (AnswerReader.read(message, type, new AliasChain(name))) {
            case Reading.Complete(DnsAnswer answer) -> answer;
            case Reading.Continues(AliasChain chain) -> new Absent(true, chain.aliases());
            case Reading.Referral(AliasChain chain) -> delegation(message, name, type);
        };
    }

    /** A parent's answer to "who serves this zone?" is its delegation. */
    private static DnsAnswer delegation(Message message, DnsName name, RecordType type) {
        List<DnsRecord> servers =
                nameServers(message)
                        .filter(record -> record.getName().equals(WireName.of(name)))
                        .map(r -> new DnsRecord(name, RecordType.NS, r.getTTL(), WireData.of(r)))
                        .toList();
        return type == RecordType.NS && !servers.isEmpty()
                ? new Found(servers, List.of())
                : new Failed(DnsFailure.REFUSED, name + " " + type + ": a referral, not an answer");
    }

    /** The servers of a zone that holds the name, said by one that does not carry it itself. */
    private static Optional<Referral> referral(Message message, DnsName name) {
        if (message.getHeader().getFlag(Flags.AA)
                || message.getRcode() != Rcode.NOERROR
                || !message.getSection(Section.ANSWER).isEmpty()) {
            return Optional.empty();
        }
        return nameServers(message)
                .flatMap(record -> WireName.parse(record.getName()).stream())
                .filter(zone -> zone.contains(name))
                .findFirst()
                .map(zone -> new Referral(zone, serversOf(message, zone), glue(message)));
    }

    private static List<DnsName> serversOf(Message message, DnsName zone) {
        return nameServers(message)
                .filter(record -> record.getName().equals(WireName.of(zone)))
                .flatMap(record -> WireName.parse(record.getTarget()).stream())
                .toList();
    }

    private static Stream<NSRecord> nameServers(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(NSRecord.class::isInstance)
                .map(NSRecord.class::cast);
    }

    private static List<DnsRecord> glue(Message message) {
        return message.getSection(Section.ADDITIONAL).stream()
                .flatMap(record -> address(record).stream())
                .toList();
    }

    private static Optional<DnsRecord> address(Record record) {
        Optional<RecordType> type =
                switch (record.getType()) {
                    case Type.A -> Optional.of(RecordType.A);
                    case Type.AAAA -> Optional.of(RecordType.AAAA);
                    default -> Optional.empty();
                };
        return type.flatMap(family ->
                WireName.parse(record.getName())
                        .map(owner ->
                                new DnsRecord(
                                        owner, family, record.getTTL(), WireData.of(record))));
    }
}
