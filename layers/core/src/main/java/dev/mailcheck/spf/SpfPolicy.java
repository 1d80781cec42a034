package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * The policy of one domain as it stands in the DNS, no mail in hand: its record, each term with
 * what it leads to, and below it the policies that it includes or hands over to.
 *
 * @param domain whose record it is
 * @param alias whether the name is an alias (CNAME), so that the record stands at another name
 * @param reason for NOT_KNOWN and NOT_FOLLOWED, why; else empty
 * @param records the SPF records at that name, each cut at 2,048 characters, at most ten
 * @param errors what breaks the grammar
 * @param terms as published; where a record has more than a thousand, some networks are missing
 */
@Json
public record SpfPolicy(
        String domain,
        boolean alias,
        State state,
        String reason,
        List<String> records,
        List<SpfSyntaxError> errors,
        List<SpfTerm> terms) {
    private static final int MOST_RECORDS = 10;

    /** What stands at the name. */
    public enum State {
        /** One record, and it is right. */
        VALID,
        NO_RECORD,
        SEVERAL_RECORDS,
        SYNTAX_ERROR,
        /** The DNS did not say. */
        NOT_KNOWN,
        /** The domain stands above itself: an evaluation would never end. */
        LOOP,
        /** We looked no further, there is so much. */
        NOT_FOLLOWED
    }

    public SpfPolicy {
        records = records.stream().limit(MOST_RECORDS).map(Texts::capped).toList();
        errors = List.copyOf(errors);
        terms = List.copyOf(terms);
    }

    static SpfPolicy without(String domain, State state, String reason) {
        return new SpfPolicy(domain, false, state, reason, List.of(), List.of(), List.of());
    }

    /** The terms that an evaluation can come to. */
    public List<SpfTerm> counting() {
        return terms.stream().filter(SpfTerm::counts).toList();
    }
}
