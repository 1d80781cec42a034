package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

/**
 * What is wrong with a term of a record (RFC 7208, sections 4.6 and 12): the whole record is then a
 * permerror.
 *
 * @param term as published, cut at 256 characters
 * @param position where in the record, counted from 1
 */
@Json
public record SpfSyntaxError(Kind kind, String term, int position) {
    private static final int LONGEST_TERM = 256;

    /** Why it is wrong. The names are reasons in the words of a finding. */
    public enum Kind {
        /** No such mechanism, as "ipv4", "spf", or a comma where a blank should be. */
        SPF_UNKNOWN_MECHANISM,
        /** A control character, a tab, or a byte outside ASCII. */
        SPF_BAD_CHARACTER,
        /** The name before "=" is none, or has a qualifier. */
        SPF_BAD_MODIFIER_NAME,
        /** "redirect" or "exp" stands twice. */
        SPF_REPEATED_MODIFIER,
        /** Something follows where nothing may, as in "all:example.com" or "ptr/24". */
        SPF_UNEXPECTED_ARGUMENT,
        /** A domain is missing, as in "include" or "a:". */
        SPF_MISSING_DOMAIN,
        /** The domain does not end in a top-level label or a macro. */
        SPF_BAD_DOMAIN,
        /** The domain has one label only, as "a:localhost". */
        SPF_SINGLE_LABEL_DOMAIN,
        /** "%" begins no macro, or the macro is none. */
        SPF_BAD_MACRO,
        /** The macros c, r and t are for explanations only. */
        SPF_MACRO_ONLY_IN_EXPLANATION,
        /** What follows "ip4:" or "ip6:" is no address of that family. */
        SPF_BAD_ADDRESS,
        /** The prefix length is no number within 0 to 32, or 0 to 128. */
        SPF_BAD_PREFIX_LENGTH
    }

    static SpfSyntaxError of(Kind kind, String term, int position) {
        boolean fits = term.length() <= LONGEST_TERM;
        return new SpfSyntaxError(kind, fits ? term : term.substring(0, LONGEST_TERM), position);
    }
}
