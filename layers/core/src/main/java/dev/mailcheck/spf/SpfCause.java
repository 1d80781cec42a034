package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why a result is what it is.
 *
 * @param arguments "domain" (whose record), "term", and for some kinds "reason" and "position"
 */
@Json
public record SpfCause(Kind kind, Map<String, String> arguments) {
    /** The causes, by the result they lead to. */
    public enum Kind {
        /** A mechanism matched: pass, fail, softfail or neutral by its qualifier. */
        MATCHED,
        /** Neutral: no mechanism matched and there is no redirect (RFC 7208, section 4.7). */
        NOTHING_MATCHED,
        /** None: the sender has no domain that could have a record (RFC 7208, section 4.3). */
        NOT_A_DOMAIN,
        /** None: the domain has no record (RFC 7208, section 4.5). */
        NO_RECORD,
        /** Permerror: more than one record (RFC 7208, section 4.5). */
        SEVERAL_RECORDS,
        /** Permerror: a term breaks the grammar (RFC 7208, section 4.6). */
        SYNTAX_ERROR,
        /** Permerror: the included domain has no record (RFC 7208, section 5.2). */
        INCLUDE_WITHOUT_RECORD,
        /** Permerror: the domain of the redirect has no record (RFC 7208, section 6.1). */
        REDIRECT_WITHOUT_RECORD,
        /** Permerror: more than ten terms that ask the DNS (RFC 7208, section 4.6.4). */
        TOO_MANY_LOOKUPS,
        /** Permerror: more than two questions without an answer (RFC 7208, section 4.6.4). */
        TOO_MANY_VOID_LOOKUPS,
        /** Permerror: more than ten MX records in one term (RFC 7208, section 4.6.4). */
        TOO_MANY_MX_HOSTS,
        /** Temperror: a question to the DNS failed (RFC 7208, section 2.6.6). */
        DNS_FAILED
    }

    public SpfCause {
        arguments = Map.copyOf(arguments);
    }

    static SpfCause of(Kind kind, String domain) {
        return new SpfCause(kind, Map.of("domain", domain));
    }

    /** The same, at this term. */
    SpfCause at(String term) {
        return with("term", term);
    }

    SpfCause with(String name, String value) {
        Map<String, String> more = new TreeMap<>(arguments);
        more.putIfAbsent(name, Texts.capped(value));
        return new SpfCause(kind, more);
    }
}
