package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfSyntaxError.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Splits a record at its blanks and reads each term; one wrong term does not hide the others. */
final class RecordReader {
    private static final int MOST_ERRORS = 20;

    private final String text;
    private final List<Term> terms = new ArrayList<>();
    private final List<SpfSyntaxError> errors = new ArrayList<>();
    private final Set<String> modifiers = new HashSet<>();

    RecordReader(String text) {
        this.text = text;
    }

    SpfRecord read() {
        int start = SpfRecord.VERSION.length();
        while (start < text.length() && errors.size() < MOST_ERRORS) {
            int blank = text.indexOf(' ', start);
            int end = blank < 0 ? text.length() : blank;
            if (end > start) {
                readTerm(text.substring(start, end), start);
            }
            start = end + 1;
        }
        return new SpfRecord(text, terms, errors);
    }

    private void readTerm(String term, int start) {
        Mistakes mistakes = new Mistakes(term, start);
        Optional<Term> read = new TermReader(term, mistakes).read();
        read.filter(this::isRepeated)
                .ifPresent(again -> mistakes.add(Kind.SPF_REPEATED_MODIFIER, 0));
        mistakes.first().ifPresentOrElse(errors::add, () -> read.ifPresent(terms::add));
    }

    /** Only these two may not stand twice (RFC 7208, section 6). */
    private boolean isRepeated(Term term) {
        return switch (term) {
            case Term.Redirect redirect -> !modifiers.add("redirect");
            case Term.Exp exp -> !modifiers.add("exp");
            case Term.Directive directive -> false;
            case Term.UnknownModifier modifier -> false;
        };
    }
}
