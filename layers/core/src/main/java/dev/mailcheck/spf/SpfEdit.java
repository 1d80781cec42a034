package dev.mailcheck.spf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes to a record that follow from what is wrong with it. Each answers a record that is right
 * in itself, or nothing where what the owner wants cannot be told: above all none that leaves a
 * domain without the senders it has.
 */
public final class SpfEdit {
    private SpfEdit() {}

    /** The record without these terms, as long as a sender stays. */
    public static Optional<String> without(String record, Collection<String> terms) {
        List<String> kept = terms(record).filter(term -> !terms.contains(term)).toList();
        return valid(joined(kept)).filter(edited -> hasSenders(edited) || !hasSenders(record));
    }

    /** The record with another last word in place of its "all"; none where nobody else sends. */
    public static Optional<String> withAll(String record, String all) {
        List<String> kept = terms(record).filter(term -> !isAll(term)).toList();
        return valid(joined(Stream.concat(kept.stream(), Stream.of(all)).toList()))
                .filter(SpfEdit::hasSenders);
    }

    /** The record with one term in place of another. */
    public static Optional<String> replaced(String record, String term, String by) {
        return valid(joined(terms(record).map(t -> t.equals(term) ? by : t).toList()));
    }

    /**
     * One record for several: all that may send by any of them, and the gentler last word. None
     * where one is wrong, says "no" to a particular sender, or hands over to another domain: then
     * the order matters.
     */
    public static Optional<String> merged(List<String> records) {
        boolean simple = records.stream().map(SpfRecord::parse).allMatch(SpfEdit::isSimple);
        if (!simple) {
            return Optional.empty();
        }
        Set<String> terms = new LinkedHashSet<>();
        records.stream().flatMap(SpfEdit::terms).filter(term -> !isAll(term)).forEach(terms::add);
        boolean strict = records.stream().allMatch(r -> terms(r).anyMatch("-all"::equals));
        List<String> all = new ArrayList<>(terms);
        all.add(strict ? "-all" : "~all");
        return valid(joined(all)).filter(SpfEdit::withinLimit);
    }

    private static boolean isSimple(SpfRecord record) {
        return record.valid()
                && record.terms().stream()
                        .allMatch(term ->
                                term instanceof Term.Directive directive
                                        && (directive.qualifier() == Qualifier.PASS
                                                || directive.mechanism() instanceof Mechanism.All));
    }

    private static boolean withinLimit(String record) {
        long asking =
                SpfRecord.parse(record).directives().stream()
                        .filter(directive -> directive.mechanism().asksDns())
                        .count();
        return asking <= Questions.MOST_LOOKUPS;
    }

    private static Stream<String> terms(String record) {
        return Stream.of(record.substring(SpfRecord.VERSION.length()).split(" "))
                .filter(term -> !term.isEmpty());
    }

    private static String joined(List<String> terms) {
        return String.join(
                " ", Stream.concat(Stream.of(SpfRecord.VERSION), terms.stream()).toList());
    }

    private static boolean isAll(String term) {
        String mechanism =
                !term.isEmpty() && Qualifier.isSign(term.charAt(0)) ? term.substring(1) : term;
        return mechanism.equalsIgnoreCase("all");
    }

    static Optional<String> valid(String record) {
        return Optional.of(record).filter(text -> SpfRecord.parse(text).valid());
    }

    private static boolean hasSenders(String record) {
        SpfRecord parsed = SpfRecord.parse(record);
        return parsed.redirect().isPresent()
                || parsed.directives().stream()
                        .filter(directive -> directive.qualifier() == Qualifier.PASS)
                        .anyMatch(directive -> !(directive.mechanism() instanceof Mechanism.All));
    }
}
