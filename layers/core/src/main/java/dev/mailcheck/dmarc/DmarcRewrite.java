package dev.mailcheck.dmarc;

import dev.mailcheck.dkim.TagList;
import dev.mailcheck.dkim.TagList.Tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes records that may be published in place of a faulty one. What receivers do today stays as
 * it is but for the change that was asked for.
 */
public final class DmarcRewrite {
    private static final String VERSION = "DMARC1";
    private static final List<String> POLICY_ORDER = List.of("p", "sp", "np");

    private static final Comparator<DmarcRecord> STRICTNESS =
            Comparator.<DmarcRecord, DmarcPolicy>comparing(r -> r.applied(PolicyTag.P))
                    .thenComparing(r -> r.applied(PolicyTag.SP))
                    .thenComparing(r -> r.applied(PolicyTag.NP));

    private DmarcRewrite() {}

    /**
     * The record without what receivers ignore: unknown, removed, repeated and unreadable tags,
     * size limits, URIs that are none. An invalid policy becomes none, which it counts as; {@code
     * pct=0} becomes {@code t=y}, which took its place.
     */
    public static String tidy(DmarcRecord record) {
        return tidyTags(record).text();
    }

    /** The tidy record with another policy in this tag. */
    public static String withPolicy(DmarcRecord record, PolicyTag tag, DmarcPolicy policy) {
        return tidyTags(record).with(tag.word(), policy.word()).text();
    }

    /** The tidy record without this tag. */
    public static String without(DmarcRecord record, String tag) {
        return tidyTags(record).without(Set.of(tag)).text();
    }

    /** The strictest of several records, reporting to all that any of them reports to. */
    public static Optional<String> merged(List<DmarcRecord> records) {
        Optional<DmarcRecord> strictest =
                records.stream()
                        .filter(record -> record.standing() != DmarcRecord.Standing.UNUSABLE)
                        .max(STRICTNESS);
        List<String> rua = records.stream().flatMap(r -> validUris(r.rua())).distinct().toList();
        return strictest.map(record ->
                rua.isEmpty()
                        ? tidy(record)
                        : tidyTags(record).with("rua", String.join(",", rua)).text());
    }

    /**
     * What a text was meant to be that lacks a correct {@code v=DMARC1} in front; quotes and
     * backslashes are left over from a zone file. Empty where it would be of no use then either.
     */
    public static Optional<String> withVersion(String text) {
        TagList tags = TagList.parse(text.replaceAll("[\"\\\\]", "")).without(Set.of("v", "V"));
        return DmarcRecord.parse("v=" + VERSION + "; " + tags.text())
                .filter(record -> record.standing() != DmarcRecord.Standing.UNUSABLE)
                .map(DmarcRewrite::tidy);
    }

    private static TagList tidyTags(DmarcRecord record) {
        List<Tag> tags = new ArrayList<>();
        tags.add(new Tag("v", VERSION));
        POLICY_ORDER.forEach(name -> policy(record, name).ifPresent(tags::add));
        Set<String> seen = new HashSet<>(POLICY_ORDER);
        record.tags().tags().stream()
                .skip(1)
                .filter(tag -> seen.add(tag.name()) && DmarcRemarks.isSound(tag))
                .flatMap(DmarcRewrite::withValidUris)
                .forEach(tags::add);
        boolean pctZero = record.tags().value("pct").filter("0"::equals).isPresent();
        if (pctZero && !seen.contains("t")) {
            tags.add(new Tag("t", "y"));
        }
        return new TagList(tags, List.of());
    }

    private static Optional<Tag> policy(DmarcRecord record, String name) {
        Optional<String> value = record.tags().value(name);
        return value.isEmpty() && name.equals("p")
                ? Optional.of(new Tag("p", DmarcPolicy.NONE.word()))
                : value.map(v -> DmarcPolicy.of(v).orElse(DmarcPolicy.NONE))
                        .map(policy -> new Tag(name, policy.word()));
    }

    private static Stream<Tag> withValidUris(Tag tag) {
        if (!tag.name().equals("rua") && !tag.name().equals("ruf")) {
            return Stream.of(tag);
        }
        List<String> uris = validUris(ReportUri.list(tag.value())).toList();
        return uris.isEmpty()
                ? Stream.empty()
                : Stream.of(new Tag(tag.name(), String.join(",", uris)));
    }

    private static Stream<String> validUris(List<ReportUri> uris) {
        return uris.stream()
                .filter(uri -> uri.valid() || uri.lacksMailto())
                .map(uri -> uri.valid() ? uri.text() : "mailto:" + uri.text());
    }
}
