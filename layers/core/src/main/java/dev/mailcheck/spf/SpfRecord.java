package dev.mailcheck.spf;

import java.util.List;
import java.util.Optional;

/**
 * A record taken apart (RFC 7208, sections 4.6 and 12). With any error it is worth nothing to a
 * receiver; all errors are named, one for each term, at most twenty.
 *
 * @param terms those that are right, in their order
 */
public record SpfRecord(String text, List<Term> terms, List<SpfSyntaxError> errors) {
    static final String VERSION = "v=spf1";

    public SpfRecord {
        terms = List.copyOf(terms);
        errors = List.copyOf(errors);
    }

    /**
     * Whether a TXT record is an SPF record at all: its version section (RFC 7208, section 4.5).
     */
    public static boolean isSpf(String text) {
        return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
                && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
    }

    /** Reads a text that {@link #isSpf}. */
    public static SpfRecord parse(String text) {
        return new RecordReader(text).read();
    }

    public boolean valid() {
        return errors.isEmpty();
    }

    /** The mechanisms in their order. */
    public List<Term.Directive> directives() {
        return all(Term.Directive.class);
    }

    public Optional<Term.Redirect> redirect() {
        return all(Term.Redirect.class).stream().findFirst();
    }

    public Optional<Term.Exp> exp() {
        return all(Term.Exp.class).stream().findFirst();
    }

    private <T extends Term> List<T> all(Class<T> kind) {
        return terms.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
