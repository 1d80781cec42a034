package dev.mailcheck.dkim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tag=value list (RFC 6376, section 3.2), as DKIM keys, DMARC and BIMI records are written. It
 * reads what it can and lists what is wrong beside it; each kind of record decides what its faults
 * mean. Tag names are case-sensitive. No text makes it throw.
 *
 * @param tags those that are well-formed, in the record's order, repeated ones too
 */
public record TagList(List<Tag> tags, List<Fault> faults) {
    private static final int MAX_TAGS = 100;

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
        return parse(text, new Reading(0x7e));
    }

    /**
     * The list of a header field, in which bytes beyond ASCII may stand: UTF-8 of internationalised
     * mail (RFC 8616, section 5).
     */
    public static TagList ofField(String value) {
        return parse(value, new Reading(0xff));
    }

    private static TagList parse(String text, Reading reading) {
        int at = 0;
        for (int parts = 0; at <= text.length(); parts++) {
            if (parts == MAX_TAGS) {
                reading.fault(Fault.Kind.TOO_MANY, "");
                break;
            }
            int semicolon = text.indexOf(';', at);
            int end = semicolon < 0 ? text.length() : semicolon;
            reading.part(trim(text, at, end), semicolon < 0);
            at = end + 1;
        }
        return new TagList(reading.tags, reading.faults);
    }

    /** The value of the first tag of this name. */
    public Optional<String> value(String name) {
        for (Tag tag : tags) {
            if (tag.name().equals(name)) {
                return Optional.of(tag.value());
            }
        }
        return Optional.empty();
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

    /** Whether the list begins with a tag of this name. */
    public boolean isFirst(String name) {
        return !tags.isEmpty() && tags.getFirst().name().equals(name);
    }

    /** The same tags, beginning with those of this name. */
    public TagList withFirst(String name) {
        return new TagList(
                tags.stream()
                        .sorted(Comparator.comparing(tag -> !tag.name().equals(name)))
                        .toList(),
                faults);
    }

    public TagList without(Set<String> names) {
        return new TagList(
                tags.stream().filter(tag -> !names.contains(tag.name())).toList(), faults);
    }

    /** The well-formed tags written as a record. */
    public String text() {
        return String.join("; ", tags.stream().map(Tag::toString).toList());
    }

    private static String trim(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || (c != '_' && (c < '0' || c > '9')))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** The list while it is read. */
    private static final class Reading {
        private final List<Tag> tags = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private final int lastChar;

        /**
         * @param lastChar the highest character that a value may hold
         */
        Reading(int lastChar) {
            this.lastChar = lastChar;
        }

        void part(String part, boolean last) {
            int equals = part.indexOf('=');
            if (part.isEmpty()) {
                if (!last) {
                    fault(Fault.Kind.EMPTY, part);
                }
            } else if (equals < 0) {
                fault(Fault.Kind.NO_EQUALS, part);
            } else {
                tag(trim(part, 0, equals), trim(part, equals + 1, part.length()));
            }
        }

        private void tag(String name, String value) {
            if (!isName(name)) {
                fault(Fault.Kind.NAME, name);
            } else if (!isValue(value)) {
                fault(Fault.Kind.VALUE, name);
            } else {
                if (!names.add(name)) {
                    fault(Fault.Kind.REPEATED, name);
                }
                tags.add(new Tag(name, value));
            }
        }

        private boolean isValue(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean printable = c > ' ' && c <= lastChar && c != 0x7f;
                if (!printable && !isBlank(c)) {
                    return false;
                }
            }
            return true;
        }

        void fault(Fault.Kind kind, String text) {
            faults.add(new Fault(kind, text));
        }
    }
}
