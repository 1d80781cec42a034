package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignedField;
import dev.mailcheck.dkim.SignedMail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Collects the sets of a mail and judges their structure (RFC 8617, section 5.2, steps 1 to 3). */
final class ChainReader {
    private final SignedMail mail;
    private final List<ArcCause> faults = new ArrayList<>();
    private final Map<ArcFieldKind, Map<Integer, ArcField>> fields =
            new EnumMap<>(ArcFieldKind.class);

    ChainReader(SignedMail mail) {
        this.mail = mail;
    }

    ArcChain read() {
        for (ArcFieldKind kind : ArcFieldKind.values()) {
            List<SignedField> all = kind.in(mail);
            if (all.size() > Instance.MOST) {
                return new ArcChain.NotWhole(ArcCause.of(ArcReason.TOO_MANY_SETS), 0);
            }
            fields.put(kind, sorted(kind, all));
        }
        int last = last();
        if (last == 0 && faults.isEmpty()) {
            return new ArcChain.NotWhole(ArcCause.of(ArcReason.NO_CHAIN), 0);
        }
        return markedAsFailed(last)
                .or(() -> faults.stream().findFirst())
                .or(() -> missing(last))
                .<ArcChain>map(cause -> new ArcChain.NotWhole(cause, last))
                .orElseGet(() -> complete(last));
    }

    /** The fields of a kind by their instances. */
    private Map<Integer, ArcField> sorted(ArcFieldKind kind, List<SignedField> all) {
        Map<Integer, ArcField> sorted = new TreeMap<>();
        for (SignedField each : all) {
            ArcField field = kind.read(mail, each);
            if (field.instance().isEmpty()) {
                faults.add(ArcCause.of(ArcReason.INSTANCE_INVALID).with("field", kind.title()));
            } else if (sorted.putIfAbsent(field.instance().getAsInt(), field) != null) {
                faults.add(
                        ArcCause.of(ArcReason.FIELD_REPEATED)
                                .with("field", kind.title())
                                .at(field.instance().getAsInt()));
            }
        }
        return sorted;
    }

    private int last() {
        int last = 0;
        for (Map<Integer, ArcField> sorted : fields.values()) {
            for (int instance : sorted.keySet()) {
                last = Math.max(last, instance);
            }
        }
        return last;
    }

    private Optional<ArcCause> markedAsFailed(int last) {
        return Optional.ofNullable(of(ArcFieldKind.SEAL).get(last))
                .flatMap(seal -> ArcWord.of(ArcSet.status(seal)))
                .filter(ArcWord.FAIL::equals)
                .map(fail -> ArcCause.of(ArcReason.MARKED_AS_FAILED).at(last));
    }

    private Optional<ArcCause> missing(int last) {
        return IntStream.rangeClosed(1, last)
                .boxed()
                .flatMap(instance ->
                        Arrays.stream(ArcFieldKind.values())
                                .filter(kind -> !of(kind).containsKey(instance))
                                .map(kind ->
                                        ArcCause.of(ArcReason.FIELD_MISSING)
                                                .with("field", kind.title())
                                                .at(instance)))
                .findFirst();
    }

    private ArcChain complete(int last) {
        List<ArcSet> sets =
                IntStream.rangeClosed(1, last)
                        .mapToObj(instance ->
                                ArcSet.of(
                                        instance,
                                        field(ArcFieldKind.AUTHENTICATION_RESULTS, instance),
                                        field(ArcFieldKind.MESSAGE_SIGNATURE, instance),
                                        field(ArcFieldKind.SEAL, instance)))
                        .toList();
        return sets.stream()
                .flatMap(set -> set.fault().stream())
                .findFirst()
                .<ArcChain>map(cause -> new ArcChain.NotWhole(cause, last))
                .orElseGet(() -> new ArcChain.Whole(sets));
    }

    private Map<Integer, ArcField> of(ArcFieldKind kind) {
        return fields.getOrDefault(kind, Map.of());
    }

    private ArcField field(ArcFieldKind kind, int instance) {
        return Optional.ofNullable(of(kind).get(instance)).orElseThrow();
    }
}
