package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;

import java.util.List;

/** The SPF record among the TXT records of a name (RFC 7208, sections 4.4 and 4.5). */
sealed interface RecordSelection {
    record One(SpfRecord record) implements RecordSelection {}

    record None() implements RecordSelection {}

    record Several(List<String> records) implements RecordSelection {}

    /** The DNS did not say. */
    record NotKnown(DnsFailure reason) implements RecordSelection {}

    static RecordSelection of(DnsAnswer txt) {
        if (txt instanceof DnsAnswer.Failed failed) {
            return new NotKnown(failed.reason());
        }
        List<String> records = txt.data().stream().filter(SpfRecord::isSpf).toList();
        return switch (records.size()) {
            case 0 -> new None();
            case 1 -> new One(SpfRecord.parse(records.getFirst()));
            default -> new Several(records);
        };
    }
}
