package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.mtasts.MtaStsRecord;

import java.util.List;
import java.util.Locale;

/** What senders make of the TXT records at {@code _mta-sts.DOMAIN} (RFC 8461, section 3.1). */
sealed interface StsRecord {
    /** There is none, so no sender looks for a policy. */
    record Absent() implements StsRecord {}

    /** Exactly one that counts, and it can be read. */
    record Valid(String id) implements StsRecord {}

    /** One that was meant as such, and that senders pass over. */
    record Malformed(String reason, String text) implements StsRecord {}

    /** Two or more: senders pass over all. */
    record Several(int count) implements StsRecord {}

    record NotKnown(String reason) implements StsRecord {}

    static StsRecord of(DnsAnswer records) {
        if (records instanceof DnsAnswer.Failed failed) {
            return new NotKnown(failed.reason().name());
        }
        List<String> counting =
                records.data().stream().filter(t -> t.startsWith(MtaStsRecord.VERSION)).toList();
        if (counting.size() > 1) {
            return new Several(counting.size());
        }
        return records.data().stream()
                .filter(text -> counting.isEmpty() ? isMeant(text) : counting.contains(text))
                .findFirst()
                .map(StsRecord::parsed)
                .orElseGet(Absent::new);
    }

    /** Though its version may be wrong. */
    private static boolean isMeant(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT).startsWith("v=sts");
    }

    private static StsRecord parsed(String text) {
        return switch (MtaStsRecord.parse(text)) {
            case MtaStsRecord.Valid valid -> new Valid(valid.id());
            case MtaStsRecord.Malformed broken -> new Malformed(broken.reason(), broken.text());
        };
    }
}
