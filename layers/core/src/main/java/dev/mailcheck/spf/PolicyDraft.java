package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.spf.SpfPolicy.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy while its questions are on their way. */
final class PolicyDraft {
    private static final int MOST_TERMS = 1_000;
    private static final int MOST_NARROW = 500;

    private final String domain;
    private final List<String> above;
    private final boolean decides;
    private final TreeQuestions questions;
    private final Optional<Lookup> txt;
    private final List<TermDraft> terms = new ArrayList<>();
    private SpfPolicy bare;
    private boolean alias;

    private PolicyDraft(
            String domain, List<String> above, boolean decides, TreeQuestions questions) {
        this.domain = domain;
        this.above = above;
        this.decides = decides;
        this.questions = questions;
        boolean loop = above.contains(domain.toLowerCase(Locale.ROOT));
        boolean follow = !loop && questions.mayFollow();
        this.txt = follow ? Optional.of(questions.start(domain, RecordType.TXT)) : Optional.empty();
        this.bare =
                SpfPolicy.without(
                        domain, loop ? State.LOOP : State.NOT_FOLLOWED, loop ? "" : "QUOTA");
    }

    /** The policy that a mail of this domain is judged by. */
    static PolicyDraft ofSender(String domain, TreeQuestions questions) {
        return new PolicyDraft(domain, List.of(), true, questions);
    }

    /** A policy that one of our terms leads to; only a redirect hands on the last word. */
    PolicyDraft below(String target, boolean redirect) {
        List<String> path =
                Stream.concat(above.stream(), Stream.of(domain.toLowerCase(Locale.ROOT))).toList();
        return new PolicyDraft(target, path, decides && redirect, questions);
    }

    /** Waits for the record, takes it apart and starts what its terms ask for. */
    void read() {
        txt.map(Lookup::answer)
                .ifPresent(answer -> {
                    alias = isAlias(answer);
                    read(RecordSelection.of(answer));
                });
    }

    private static boolean isAlias(DnsAnswer answer) {
        return switch (answer) {
            case DnsAnswer.Found found -> !found.aliases().isEmpty();
            case DnsAnswer.Absent absent -> !absent.aliases().isEmpty();
            case DnsAnswer.Failed failed -> false;
        };
    }

    private void read(RecordSelection selection) {
        bare =
                switch (selection) {
                    case RecordSelection.NotKnown unknown ->
                            SpfPolicy.without(domain, State.NOT_KNOWN, unknown.reason().name());
                    case RecordSelection.None none ->
                            SpfPolicy.without(domain, State.NO_RECORD, "");
                    case RecordSelection.Several several ->
                            with(State.SEVERAL_RECORDS, several.records(), List.of());
                    case RecordSelection.One one ->
                            with(
                                    one.record().valid() ? State.VALID : State.SYNTAX_ERROR,
                                    List.of(one.record().text()),
                                    one.record().errors());
                };
        if (selection instanceof RecordSelection.One one && one.record().valid()) {
            addTerms(one.record());
        }
    }

    private SpfPolicy with(State state, List<String> records, List<SpfSyntaxError> errors) {
        return new SpfPolicy(domain, alias, state, "", records, errors, List.of());
    }

    private void addTerms(SpfRecord record) {
        boolean hasAll = record.directives().stream().anyMatch(PolicyDraft::isAll);
        boolean afterAll = false;
        int narrow = 0;
        for (Term term : record.terms()) {
            boolean all = term instanceof Term.Directive directive && isAll(directive);
            narrow += isNarrow(term) ? 1 : 0;
            boolean lastWord = all && !afterAll;
            boolean fits = terms.size() < MOST_TERMS && (!isNarrow(term) || narrow <= MOST_NARROW);
            if (lastWord || fits) {
                terms.add(TermDraft.of(term, counts(term, afterAll, hasAll), this));
            }
            afterAll |= all;
        }
    }

    /** A range of which there may be thousands; a wide one is never left out. */
    private static boolean isNarrow(Term term) {
        return term instanceof Term.Directive directive
                && directive.mechanism() instanceof Mechanism.Ip ip
                && !ip.network().isWide();
    }

    private static boolean isAll(Term.Directive directive) {
        return directive.mechanism() instanceof Mechanism.All;
    }

    /** Whether an evaluation can come to this term (RFC 7208, sections 5.1 and 6.1). */
    private boolean counts(Term term, boolean afterAll, boolean hasAll) {
        return switch (term) {
            case Term.Directive directive -> !afterAll;
            case Term.Redirect redirect -> !hasAll;
            case Term.Exp exp -> decides;
            case Term.UnknownModifier modifier -> false;
        };
    }

    /** Starts the questions that need another answer first: the addresses of MX hosts. */
    void askHosts() {
        terms.forEach(TermDraft::askHosts);
    }

    List<PolicyDraft> below() {
        return terms.stream().map(TermDraft::policy).flatMap(Optional::stream).toList();
    }

    /** What was found, after all answers have come. */
    SpfPolicy done() {
        List<SpfTerm> done = terms.stream().map(TermDraft::done).toList();
        return new SpfPolicy(
                domain, alias, bare.state(), bare.reason(), bare.records(), bare.errors(), done);
    }

    String domain() {
        return domain;
    }

    /** The domain that is checked, on top of all. */
    String sender() {
        return above.isEmpty() ? domain : above.getFirst();
    }

    TreeQuestions questions() {
        return questions;
    }
}
