package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfSyntaxError.Kind;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one term: a modifier where "=" comes before ":" and "/", else a directive. */
final class TermReader {
    private static final Pattern MODIFIER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private final String term;
    private final Mistakes mistakes;

    TermReader(String term, Mistakes mistakes) {
        this.term = term;
        this.mistakes = mistakes;
    }

    Optional<Term> read() {
        int end = 0;
        while (end < term.length() && ":/=".indexOf(term.charAt(end)) < 0) {
            end++;
        }
        boolean modifier = end < term.length() && term.charAt(end) == '=';
        return modifier ? readModifier(term.substring(0, end), end + 1) : readDirective(end);
    }

    private Optional<Term> readModifier(String name, int valueAt) {
        if (!MODIFIER_NAME.matcher(name).matches()) {
            return mistakes.none(Kind.SPF_BAD_MODIFIER_NAME, 0);
        }
        String value = term.substring(valueAt);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "redirect" ->
                    DomainSpec.read(value, valueAt, mistakes)
                            .map(domain -> new Term.Redirect(domain, term));
            case "exp" ->
                    DomainSpec.read(value, valueAt, mistakes)
                            .map(domain -> new Term.Exp(domain, term));
            default ->
                    MacroReader.readTerm(value, valueAt, mistakes)
                            .map(any -> new Term.UnknownModifier(name, term));
        };
    }

    private Optional<Term> readDirective(int nameEnd) {
        int nameAt = !term.isEmpty() && Qualifier.isSign(term.charAt(0)) ? 1 : 0;
        String name = term.substring(nameAt, Math.max(nameAt, nameEnd)).toLowerCase(Locale.ROOT);
        return new MechanismReader(name, term, nameAt + name.length(), mistakes)
                .read()
                .map(mechanism -> new Term.Directive(Qualifier.of(term), mechanism, term));
    }
}
