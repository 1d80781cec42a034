package dev.mailcheck.dns;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads to which zone's servers a server points that does not hold the zone itself. */
final class ReferralReader {
    private static final int MAX_SERVERS = 32;
    private static final int MAX_GLUE = 128;

    private ReferralReader() {}

    /** Empty where the server answers, or points to no zone that holds the name. */
    static Optional<Referral> read(Message message, DnsName name) {
        if (message.getRcode() != Rcode.NOERROR
                || message.getHeader().getFlag(Flags.AA)
                || !message.getSection(Section.ANSWER).isEmpty()) {
            return Optional.empty();
        }
        return nameServers(message)
                .map(NSRecord::getName)
                .findFirst()
                .flatMap(WireName::parse)
                .filter(zone -> zone.contains(name))
                .map(zone -> referral(message, zone));
    }

    private static Referral referral(Message message, DnsName zone) {
        Name owner = WireName.of(zone);
        List<DnsName> servers =
                nameServers(message)
                        .filter(record -> record.getName().equals(owner))
                        .flatMap(record -> WireName.parse(record.getTarget()).stream())
                        .distinct()
                        .limit(MAX_SERVERS)
                        .toList();
        List<DnsRecord> glue =
                message.getSection(Section.ADDITIONAL).stream()
                        .flatMap(record -> address(record).stream())
                        .filter(record -> servers.contains(record.owner()))
                        .limit(MAX_GLUE)
                        .toList();
        return new Referral(zone, servers, glue);
    }

    private static Stream<NSRecord> nameServers(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(NSRecord.class::isInstance)
                .map(NSRecord.class::cast);
    }

    private static Optional<DnsRecord> address(Record record) {
        RecordType type = record.getType() == Type.A ? RecordType.A : RecordType.AAAA;
        boolean isAddress = record.getType() == Type.A || record.getType() == Type.AAAA;
        return isAddress
                ? WireName.parse(record.getName())
                        .map(owner ->
                                new DnsRecord(owner, type, record.getTTL(), WireData.of(record)))
                : Optional.empty();
    }
}
