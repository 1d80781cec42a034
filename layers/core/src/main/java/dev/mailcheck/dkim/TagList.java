package dev.mailcheck.dkim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tag=value list (RFC 6376, section 3.2), as DKIM keys, DMARC and BIMI records are written. It
 * reads what it can and lists what is wrong beside it; each kind of record decides what its faults
 * mean. Tag names are case-sensitive. No text makes it throw.
 *
 * @param tags those that are well-formed, in the record's order, repeated ones too
 */
public record TagList(List<Tag> tags, List<Fault> faults) {
    private static final int MAX_TAGS = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** One tag; blanks around the value are gone, those inside it stay. */
    public record Tag(String name, String value) {
        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    /** What is wrong with one part of the list. */
    public record Fault(Kind kind, String text) {
        /** The kinds of faults. */
        public enum Kind {
            /** Nothing between two semicolons. */
            EMPTY,
            NO_EQUALS,
            NAME,
            /** A byte that is neither printable ASCII nor a blank. */
            VALUE,
            /** A name that was there before: the list is invalid (RFC 6376, section 3.2). */
            REPEATED,
            /** More than a hundred tags; the rest is not read. */
            TOO_MANY
        }
    }

    public TagList {
        tags = List.copyOf(tags);
        faults = List.copyOf(faults);
    }

    public static TagList parse(String text) {
        String[] parts = text.split(";", MAX_TAGS + 1);
        Reading reading = new Reading();
        for (int i = 0; i < Math.min(parts.length, MAX_TAGS); i++) {
            reading.part(trim(parts[i]), i == parts.length - 1);
        }
        if (parts.length > MAX_TAGS) {
            reading.fault(Fault.Kind.TOO_MANY, "");
        }
        return new TagList(reading.tags, reading.faults);
    }

    /** The value of the first tag of this name. */
    public Optional<String> value(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).map(Tag::value).findFirst();
    }

    /** The first tag of this name with another value; where there is none, it comes last. */
    public TagList with(String name, String value) {
        List<Tag> changed = new ArrayList<>(tags);
        Tag tag = new Tag(name, value);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(name)) {
                changed.set(i, tag);
                return new TagList(changed, faults);
            }
        }
        changed.add(tag);
        return new TagList(changed, faults);
    }

    public TagList without(Set<String> names) {
        return new TagList(
                tags.stream().filter(tag -> !names.contains(tag.name())).toList(), faults);
    }

    /** The well-formed tags written as a record. */
    public String text() {
        return String.join("; ", tags.stream().map(Tag::toString).toList());
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** The list while it is read. */
    private static final class Reading {
        private final List<Tag> tags = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        void part(String part, boolean last) {
            int equals = part.indexOf('=');
            if (part.isEmpty()) {
                if (!last) {
                    fault(Fault.Kind.EMPTY, part);
                }
            } else if (equals < 0) {
                fault(Fault.Kind.NO_EQUALS, part);
            } else {
                tag(trim(part.substring(0, equals)), trim(part.substring(equals + 1)));
            }
        }

        private void tag(String name, String value) {
            if (!NAME.matcher(name).matches()) {
                fault(Fault.Kind.NAME, name);
            } else if (!value.chars().allMatch(c -> isBlank((char) c) || (c > ' ' && c < 0x7f))) {
                fault(Fault.Kind.VALUE, name);
            } else {
                if (!names.add(name)) {
                    fault(Fault.Kind.REPEATED, name);
                }
                tags.add(new Tag(name, value));
            }
        }

        void fault(Fault.Kind kind, String text) {
            faults.add(new Fault(kind, text));
        }
    }
}
