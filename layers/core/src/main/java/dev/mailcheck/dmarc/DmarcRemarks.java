package dev.mailcheck.dmarc;

import dev.mailcheck.dkim.TagList;
import dev.mailcheck.dkim.TagList.Tag;
import dev.mailcheck.dmarc.DmarcRemark.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a record for what receivers ignore or read differently (RFC 9989, sections 4.7 and 4.8).
 * Invalid policies are not among it: they are {@link DmarcRecord#standing}.
 */
public final class DmarcRemarks {
    private static final Set<String> POLICIES = Set.of("p", "sp", "np");
    private static final Set<String> URIS = Set.of("rua", "ruf");
    private static final Set<String> REMOVED = Set.of("pct", "rf", "ri");
    private static final Pattern RELAXED_OR_STRICT = Pattern.compile("[rRsS]");

    private static final Map<String, Pattern> VALUES =
            Map.of(
                    "adkim", RELAXED_OR_STRICT,
                    "aspf", RELAXED_OR_STRICT,
                    "psd", Pattern.compile("[yYnNuU]"),
                    "t", Pattern.compile("[yYnN]"),
                    "fo", Pattern.compile("[dDsS01](?::[dDsS01])*+"));

    private DmarcRemarks() {}

    public static List<DmarcRemark> of(DmarcRecord record) {
        List<DmarcRemark> remarks = new ArrayList<>();
        List<Tag> tags = record.tags().tags();
        tags.stream().skip(1).flatMap(DmarcRemarks::ofTag).forEach(remarks::add);
        record.tags().faults().stream().map(DmarcRemarks::ofFault).forEach(remarks::add);
        if (isOutOfOrder(tags)) {
            remarks.add(new DmarcRemark(Kind.ORDER, "p"));
        }
        Stream.concat(record.rua().stream(), record.ruf().stream())
                .flatMap(uri -> uri.sizeLimit().stream())
                .forEach(limit -> remarks.add(new DmarcRemark(Kind.SIZE_LIMIT, limit)));
        return List.copyOf(remarks);
    }

    /** Whether a tag is known and its value of the right form. */
    static boolean isSound(Tag tag) {
        return ofTag(tag).findAny().isEmpty();
    }

    private static Stream<DmarcRemark> ofTag(Tag tag) {
        if (tag.name().equals("pct") && tag.value().equals("100")) {
            return Stream.of(new DmarcRemark(Kind.PCT_100, tag.toString()));
        }
        if (REMOVED.contains(tag.name())) {
            return Stream.of(new DmarcRemark(Kind.REMOVED, tag.toString()));
        }
        Pattern form = VALUES.get(tag.name());
        if (form != null) {
            boolean sound = form.matcher(tag.value()).matches() && !excludesItself(tag);
            return sound
                    ? Stream.empty()
                    : Stream.of(new DmarcRemark(Kind.IGNORED, tag.toString()));
        }
        boolean known = POLICIES.contains(tag.name()) || URIS.contains(tag.name());
        return known ? Stream.empty() : Stream.of(new DmarcRemark(Kind.UNKNOWN, tag.toString()));
    }

    /** {@code fo} may hold 0 or 1, not both. */
    private static boolean excludesItself(Tag tag) {
        return tag.name().equals("fo") && tag.value().contains("0") && tag.value().contains("1");
    }

    private static DmarcRemark ofFault(TagList.Fault fault) {
        return switch (fault.kind()) {
            case REPEATED -> new DmarcRemark(Kind.REPEATED, fault.text());
            case EMPTY -> new DmarcRemark(Kind.IGNORED, ";;");
            case TOO_MANY -> new DmarcRemark(Kind.IGNORED, "…");
            case NO_EQUALS, NAME, VALUE -> new DmarcRemark(Kind.IGNORED, fault.text());
        };
    }

    private static boolean isOutOfOrder(List<Tag> tags) {
        return tags.size() > 2
                && !tags.get(1).name().equals("p")
                && tags.stream().anyMatch(tag -> tag.name().equals("p"));
    }
}
