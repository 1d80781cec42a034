package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfTerm.Kind;

import java.util.List;
import java.util.Optional;

/** A term while its questions are on their way: the questions go out as soon as it is made. */
final class TermDraft {
    private final Term term;
    private final boolean counts;
    private final PolicyDraft of;
    private final Optional<MacroString> spec;
    private final Optional<PolicyDraft> policy;
    private final Optional<TermQuestions> asked;

    private TermDraft(Term term, boolean counts, PolicyDraft of) {
        this.term = term;
        this.counts = counts;
        this.of = of;
        this.spec = TermFacts.domain(term).map(DomainSpec::macros);
        this.policy = follow() ? Optional.of(below()) : Optional.empty();
        this.asked = ask() ? TermQuestions.start(term, target(), of.questions()) : Optional.empty();
    }

    static TermDraft of(Term term, boolean counts, PolicyDraft of) {
        return new TermDraft(term, counts, of);
    }

    private boolean ask() {
        return counts && !dependsOnMail();
    }

    private boolean follow() {
        return ask() && (kind() == Kind.INCLUDE || kind() == Kind.REDIRECT);
    }

    private PolicyDraft below() {
        return of.below(target(), kind() == Kind.REDIRECT);
    }

    private boolean dependsOnMail() {
        return spec.filter(MacroString::dependsOnMail).isPresent();
    }

    private Kind kind() {
        return TermFacts.kind(term);
    }

    /** The name it asks; its record's own domain where it names none. */
    private String target() {
        return spec.map(macros -> Macros.name(macros, this::known)).orElse(of.domain());
    }

    private String known(char letter) {
        return letter == 'o' ? of.sender() : of.domain();
    }

    Optional<PolicyDraft> policy() {
        return policy;
    }

    void askHosts() {
        asked.ifPresent(TermQuestions::askHosts);
    }

    SpfTerm done() {
        List<SpfAnswer> answers = asked.map(TermQuestions::answers).orElse(List.of());
        boolean named = counts && TermFacts.asksByName(kind()) && !dependsOnMail();
        return new SpfTerm(
                term.text(),
                kind(),
                Qualifier.of(term.text()),
                counts,
                dependsOnMail(),
                TermFacts.lookups(term),
                named ? target() : "",
                answers,
                TermFacts.networks(term, answers),
                policy.map(PolicyDraft::done));
    }
}
