package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one term asks of the DNS, apart from another policy. */
final class TermQuestions {
    private final TreeQuestions questions;
    private final String target;
    private final Optional<Lookup> mx;
    private final List<Asked> asked = new ArrayList<>();
    private Optional<SpfAnswer> mxAnswer = Optional.empty();

    /** The questions about one name; what any of them finds is an answer. */
    private record Asked(String name, List<Lookup> lookups) {}

    private TermQuestions(String target, TreeQuestions questions, boolean mx) {
        this.target = target;
        this.questions = questions;
        this.mx = mx ? Optional.of(questions.start(target, RecordType.MX)) : Optional.empty();
    }

    /** Starts what can be asked at once; empty for a term that asks nothing here. */
    static Optional<TermQuestions> start(Term term, String target, TreeQuestions questions) {
        return switch (TermFacts.kind(term)) {
            case ALL, INCLUDE, PTR, IP4, IP6, REDIRECT, UNKNOWN_MODIFIER -> Optional.empty();
            case MX -> Optional.of(new TermQuestions(target, questions, true));
            case A -> started(target, questions, RecordType.A, RecordType.AAAA);
            case EXISTS -> started(target, questions, RecordType.A);
            case EXP -> started(target, questions, RecordType.TXT);
        };
    }

    private static Optional<TermQuestions> started(
            String target, TreeQuestions questions, RecordType... types) {
        TermQuestions term = new TermQuestions(target, questions, false);
        term.ask(target, types);
        return Optional.of(term);
    }

    private void ask(String name, RecordType... types) {
        List<Lookup> lookups = Stream.of(types).map(type -> questions.start(name, type)).toList();
        asked.add(new Asked(name, lookups));
    }

    /** Waits for the MX records and asks for the addresses of the first eleven hosts. */
    void askHosts() {
        mx.map(Lookup::answer).ifPresent(this::askHosts);
    }

    private void askHosts(DnsAnswer answer) {
        if (answer instanceof DnsAnswer.Failed failed) {
            mxAnswer = Optional.of(SpfAnswer.notKnown(target, failed.reason().name()));
        }
        if (answer instanceof DnsAnswer.Absent) {
            mxAnswer = Optional.of(SpfAnswer.empty(target));
        }
        MxHosts.of(answer).stream()
                .limit(Questions.MOST_HOSTS + 1L)
                .forEach(host -> ask(host, RecordType.A, RecordType.AAAA));
    }

    /** Waits for all that was asked. */
    List<SpfAnswer> answers() {
        return Stream.concat(mxAnswer.stream(), asked.stream().map(TermQuestions::answer)).toList();
    }

    private static SpfAnswer answer(Asked asked) {
        List<DnsAnswer> answers = asked.lookups().stream().map(Lookup::answer).toList();
        List<String> data = answers.stream().flatMap(answer -> answer.data().stream()).toList();
        if (!data.isEmpty()) {
            List<String> capped = data.stream().limit(100).map(Texts::capped).toList();
            return new SpfAnswer(asked.name(), SpfAnswer.State.FOUND, capped, "");
        }
        return answers.stream()
                .filter(DnsAnswer.Failed.class::isInstance)
                .map(DnsAnswer.Failed.class::cast)
                .findFirst()
                .map(failed -> SpfAnswer.notKnown(asked.name(), failed.reason().name()))
                .orElseGet(() -> SpfAnswer.empty(asked.name()));
    }
}
