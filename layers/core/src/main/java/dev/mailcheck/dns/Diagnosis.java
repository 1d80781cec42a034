package dev.mailcheck.dns;

import dev.mailcheck.dns.BrokenLink.Fault;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Explains why an answer is bogus: walks the zones down to it and names the first link that does
 * not hold. It judges nothing; where it finds nothing, it says so.
 */
final class Diagnosis {
    private static final int MAX_LEVELS = 8;
    private static final int MAX_WAYS = 4;

    private final Asker asker;
    private final Clock clock;
    private final Executor executor;

    Diagnosis(Asker asker, Clock clock, Executor executor) {
        this.asker = asker;
        this.clock = clock;
        this.executor = executor;
    }

    /** A zone that has a DS: what stands in the zone above, and at its own apex. */
    private record Level(Name zone, Message ds, Optional<Message> keys) {
        List<DNSKEYRecord> zoneKeys() {
            return keys.map(message -> records(message, DNSKEYRecord.class)).orElse(List.of());
        }
    }

    /**
     * The first link that does not hold.
     *
     * @param names the asked name and those its aliases lead to
     */
    CompletableFuture<BrokenLink> of(Question question, Message message, List<Name> names) {
        return Stream.concat(Signatures.signers(message), names.stream())
                .distinct()
                .limit(MAX_WAYS)
                .map(deepest -> way(deepest, question, message))
                .reduce((one, other) -> one.thenCombine(other, Diagnosis::explained))
                .orElseThrow();
    }

    private static BrokenLink explained(BrokenLink one, BrokenLink other) {
        return one.fault() == Fault.NOT_EXPLAINED ? other : one;
    }

    private CompletableFuture<BrokenLink> way(Name deepest, Question question, Message message) {
        List<CompletableFuture<Optional<Level>>> levels =
                zones(deepest).stream().map(this::level).toList();
        return CompletableFuture.allOf(levels.toArray(CompletableFuture[]::new))
                .thenApplyAsync(all -> explain(question, message, present(levels)), executor);
    }

    private static List<Level> present(List<CompletableFuture<Optional<Level>>> levels) {
        return levels.stream().flatMap(level -> level.getNow(Optional.empty()).stream()).toList();
    }

    /** From the top-level domain down. */
    private static List<Name> zones(Name deepest) {
        List<Name> zones = new ArrayList<>();
        int last = Math.min(deepest.labels() - 1, MAX_LEVELS);
        for (int labels = 1; labels <= last; labels++) {
            zones.add(new Name(deepest, deepest.labels() - 1 - labels));
        }
        return zones;
    }

    private CompletableFuture<Optional<Level>> level(Name zone) {
        return asker.ask(new Question(zone, Type.DS))
                .thenComposeAsync(
                        reply ->
                                reply instanceof Reply.Received(Message ds)
                                                && !records(ds, DSRecord.class).isEmpty()
                                        ? withKeys(zone, ds)
                                        : CompletableFuture.completedFuture(Optional.empty()),
                        executor);
    }

    private CompletableFuture<Optional<Level>> withKeys(Name zone, Message ds) {
        return asker.ask(new Question(zone, Type.DNSKEY))
                .thenApply(reply ->
                        Optional.of(
                                new Level(
                                        zone,
                                        ds,
                                        reply instanceof Reply.Received(Message keys)
                                                ? Optional.of(keys)
                                                : Optional.empty())));
    }

    private BrokenLink explain(Question question, Message message, List<Level> levels) {
        SignatureFaults signatures = new SignatureFaults(clock.instant());
        Optional<Level> above = Optional.empty();
        for (Level level : levels) {
            Optional<BrokenLink> broken = delegation(above, level, signatures);
            if (broken.isEmpty()) {
                broken = keys(level, signatures);
            }
            if (broken.isPresent()) {
                return broken.get();
            }
            above = Optional.of(level);
        }
        return answer(question, message, above, signatures);
    }

    private static Optional<BrokenLink> delegation(
            Optional<Level> above, Level level, SignatureFaults signatures) {
        return above.flatMap(parent ->
                sets(level.ds(), Section.ANSWER)
                        .filter(set -> set.getType() == Type.DS)
                        .flatMap(set ->
                                signatures.of(parent.zone(), set, parent.zoneKeys()).stream())
                        .findFirst());
    }

    private static Optional<BrokenLink> keys(Level level, SignatureFaults signatures) {
        if (level.keys().isEmpty()) {
            return Optional.empty();
        }
        String link = WireName.text(level.zone()) + " DNSKEY";
        if (level.zoneKeys().isEmpty()) {
            return Optional.of(link(level.zone(), link, Fault.DNSKEY_MISSING));
        }
        List<DNSKEYRecord> entered =
                level.zoneKeys().stream().filter(key -> isNamed(key, level.ds())).toList();
        if (entered.isEmpty()) {
            return Optional.of(
                    link(level.zone(), WireName.text(level.zone()) + " DS", Fault.DS_FITS_NO_KEY));
        }
        return sets(level.keys().get(), Section.ANSWER)
                .filter(set -> set.getType() == Type.DNSKEY)
                .flatMap(set -> signatures.of(level.zone(), set, entered).stream())
                .findFirst();
    }

    private static boolean isNamed(DNSKEYRecord key, Message ds) {
        return records(ds, DSRecord.class).stream().anyMatch(each -> DsDigest.names(each, key));
    }

    private static BrokenLink answer(
            Question question, Message message, Optional<Level> zone, SignatureFaults signatures) {
        if (zone.isEmpty()) {
            return link(question.name(), question.toString(), Fault.NOT_EXPLAINED);
        }
        Name apex = zone.get().zone();
        return Stream.concat(sets(message, Section.ANSWER), sets(message, Section.AUTHORITY))
                .filter(set -> set.getName().subdomain(apex))
                .filter(set -> set.getType() != Type.NS || !set.sigs().isEmpty())
                .flatMap(set -> signatures.of(apex, set, zone.get().zoneKeys()).stream())
                .findFirst()
                .orElseGet(() -> link(apex, question.toString(), denial(message)));
    }

    /** All signatures hold, so a proof is missing or proves something else. */
    private static Fault denial(Message message) {
        boolean proves =
                message.getSection(Section.AUTHORITY).stream()
                        .anyMatch(r -> r instanceof NSECRecord || r instanceof NSEC3Record);
        boolean expanded =
                sets(message, Section.ANSWER)
                        .anyMatch(set ->
                                set.sigs().stream()
                                        .anyMatch(sig ->
                                                sig.getLabels() < set.getName().labels() - 1));
        if (message.getSection(Section.ANSWER).isEmpty() || expanded) {
            return proves ? Fault.DENIAL_WRONG : Fault.DENIAL_MISSING;
        }
        return Fault.NOT_EXPLAINED;
    }

    private static BrokenLink link(Name zone, String link, Fault fault) {
        return new BrokenLink(
                WireName.parse(zone).orElse(DnsName.ROOT), link, fault, Optional.empty());
    }

    private static Stream<RRset> sets(Message message, int section) {
        return message.getSectionRRsets(section).stream();
    }

    private static <R extends Record> List<R> records(Message message, Class<R> type) {
        return message.getSection(Section.ANSWER).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
