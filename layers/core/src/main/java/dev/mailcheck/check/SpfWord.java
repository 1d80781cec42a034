package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a domain's SPF record says of whether it sends mail at all (RFC 7208, section 10.1.2), read
 * off its terms alone. Whether the record is sound is the question of the check "spf".
 */
enum SpfWord {
    /** No record, or more than one. */
    NONE,
    /** {@code v=spf1 -all} and nothing else. */
    EXACTLY_NOBODY,
    /** Nobody may send, in other words: an "all" that denies comes first. */
    NOBODY,
    /** Nobody is named, but others are not denied either. */
    NOBODY_NAMED,
    /** Anybody may: +all. */
    ANYBODY,
    /** It names somebody. */
    SOMEBODY;

    private static final String VERSION = "v=spf1";

    static SpfWord of(DnsAnswer txt) {
        List<String> records = records(txt);
        return records.size() == 1 ? of(records.getFirst()) : NONE;
    }

    /** The TXT records that are SPF (RFC 7208, section 4.5). */
    static List<String> records(DnsAnswer txt) {
        return txt.data().stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals(VERSION) || text.startsWith(VERSION + " "))
                .toList();
    }

    private static SpfWord of(String record) {
        List<String> terms =
                Arrays.stream(record.substring(VERSION.length()).split(" "))
                        .filter(term -> !term.isEmpty() && !isRemark(term))
                        .toList();
        if (terms.contains("all") || terms.contains("+all")) {
            return ANYBODY;
        }
        if (terms.equals(List.of("-all"))) {
            boolean bare = record.strip().equals(VERSION + " -all");
            return bare ? EXACTLY_NOBODY : NOBODY;
        }
        String first = terms.isEmpty() ? "" : terms.getFirst();
        return switch (first) {
            case "-all" -> NOBODY;
            case "", "~all", "?all" -> NOBODY_NAMED;
            default -> SOMEBODY;
        };
    }

    /** A modifier that names no sender. */
    private static boolean isRemark(String term) {
        return term.contains("=") && !term.startsWith("redirect=");
    }
}
