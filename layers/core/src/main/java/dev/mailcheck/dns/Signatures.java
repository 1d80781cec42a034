package dev.mailcheck.dns;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the signatures in a reply say of themselves, unverified. */
final class Signatures {
    /** Validators may treat zones with more as unsigned (RFC 9276, section 3.2). */
    private static final int MAX_NSEC3_ITERATIONS = 150;

    /** Sets of records are compared each with each, so what they cost grows with the square. */
    private static final int MAX_RECORDS = 300;

    private static final int MAX_SIGNATURES_AND_KEYS = 64;

    private Signatures() {}

    /** The zone that signed the reply; empty where nothing is signed. */
    static Optional<Name> signer(Message message) {
        return signers(message).findFirst();
    }

    /** All zones that signed parts of it: aliases lead through several. */
    static Stream<Name> signers(Message message) {
        return sets(message)
                .flatMap(set -> set.sigs().stream())
                .map(RRSIGRecord::getSigner)
                .distinct();
    }

    /** When the first set of records is left without a valid signature. */
    static Optional<Instant> end(Message message) {
        return sets(message)
                .map(Signatures::lastEnd)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> lastEnd(RRset set) {
        return set.sigs().stream().map(RRSIGRecord::getExpire).max(Comparator.naturalOrder());
    }

    /** Whether it has more records than are validated: no zone needs so many, but KeyTrap does. */
    static boolean tooMany(Message message) {
        List<Record> records =
                Stream.of(Section.ANSWER, Section.AUTHORITY)
                        .flatMap(section -> message.getSection(section).stream())
                        .toList();
        return records.size() > MAX_RECORDS
                || records.stream()
                                .filter(r -> r instanceof RRSIGRecord || r instanceof DNSKEYRecord)
                                .count()
                        > MAX_SIGNATURES_AND_KEYS;
    }

    /** Whether the proof of absence takes more hashing than validators need do. */
    static boolean overHashed(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .anyMatch(record ->
                        record instanceof NSEC3Record nsec3
                                && nsec3.getIterations() > MAX_NSEC3_ITERATIONS);
    }

    /** How the reply proves what does not exist; empty where it does not. */
    static Optional<Denial> denial(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .flatMap(record -> denial(record).stream())
                .findFirst();
    }

    private static Optional<Denial> denial(Record record) {
        return switch (record) {
            case NSEC3Record nsec3 ->
                    Optional.of(
                            new Denial(
                                    true,
                                    nsec3.getIterations(),
                                    nsec3.getSalt() == null ? 0 : nsec3.getSalt().length,
                                    (nsec3.getFlags() & NSEC3Record.Flags.OPT_OUT) != 0));
            case NSECRecord nsec -> Optional.of(new Denial(false, 0, 0, false));
            default -> Optional.empty();
        };
    }

    private static Stream<RRset> sets(Message message) {
        return Stream.of(Section.ANSWER, Section.AUTHORITY)
                .flatMap(section -> message.getSectionRRsets(section).stream());
    }
}
