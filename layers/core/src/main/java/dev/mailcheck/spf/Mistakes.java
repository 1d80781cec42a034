package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfSyntaxError.Kind;

import java.util.Optional;

/** Keeps the first thing that is wrong with the term that is being read. */
final class Mistakes {
    private final String term;
    private final int start;
    private Optional<SpfSyntaxError> first = Optional.empty();

    /**
     * @param start where the term begins in the record, from 0
     */
    Mistakes(String term, int start) {
        this.term = term;
        this.start = start;
    }

    /**
     * Notes a mistake at this place of the term; answers false, so that a reader can end with it.
     */
    boolean add(Kind kind, int offset) {
        if (first.isEmpty()) {
            first = Optional.of(SpfSyntaxError.of(kind, term, start + offset + 1));
        }
        return false;
    }

    /** The same, where what is read is handed on in an Optional. */
    <T> Optional<T> none(Kind kind, int offset) {
        add(kind, offset);
        return Optional.empty();
    }

    Optional<SpfSyntaxError> first() {
        return first;
    }
}
