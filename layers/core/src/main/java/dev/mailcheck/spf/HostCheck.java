package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.spf.SpfCause.Kind;

import java.util.Optional;

/**
 * check_host() for one domain (RFC 7208, section 4). It calls itself for include and redirect, each
 * of which spends one of ten look-ups: so deep it goes and no deeper.
 */
final class HostCheck {
    private final Evaluation evaluation;
    private final Questions questions;
    private final String domain;
    private final Steps steps;
    private String text = "";

    HostCheck(Evaluation evaluation, String domain) {
        this.evaluation = evaluation;
        this.questions = evaluation.questions();
        this.domain = domain;
        this.steps = new Steps(questions);
    }

    /** Begins with the sender's own domain: that question is no term's. */
    HostResult run() {
        return judge(questions.start(domain, RecordType.TXT).answer());
    }

    /** Goes on with the domain that a term leads to. */
    HostResult runForTerm() {
        return judge(questions.get(domain, RecordType.TXT));
    }

    private HostResult judge(DnsAnswer txt) {
        return switch (RecordSelection.of(txt)) {
            case RecordSelection.NotKnown unknown ->
                    end(
                            SpfWord.TEMPERROR,
                            cause(Kind.DNS_FAILED).with("reason", unknown.reason().name()));
            case RecordSelection.None none -> end(SpfWord.NONE, cause(Kind.NO_RECORD));
            case RecordSelection.Several several ->
                    end(SpfWord.PERMERROR, cause(Kind.SEVERAL_RECORDS));
            case RecordSelection.One one -> evaluate(one.record());
        };
    }

    private HostResult evaluate(SpfRecord record) {
        text = record.text();
        if (!record.valid()) {
            return end(SpfWord.PERMERROR, syntaxError(record.errors().getFirst()));
        }
        DirectiveMatch matcher = new DirectiveMatch(evaluation, domain);
        for (Term.Directive directive : record.directives()) {
            Match match = steps.tried(directive.text(), () -> matcher.tryOne(directive));
            if (match instanceof Match.Yes) {
                return matched(directive, record);
            }
            if (match instanceof Match.Stop stop) {
                return end(stop.word(), stop.cause().at(directive.text()));
            }
        }
        return record.redirect()
                .map(this::redirect)
                .orElseGet(() -> end(SpfWord.NEUTRAL, cause(Kind.NOTHING_MATCHED)));
    }

    private SpfCause syntaxError(SpfSyntaxError error) {
        return cause(Kind.SYNTAX_ERROR)
                .at(error.term())
                .with("reason", error.kind().name())
                .with("position", String.valueOf(error.position()));
    }

    private HostResult matched(Term.Directive directive, SpfRecord record) {
        SpfWord word = directive.qualifier().word();
        return new HostResult(
                word,
                cause(Kind.MATCHED).at(directive.text()),
                steps.trace(domain, text, word),
                Optional.of(directive.text()),
                record.exp().map(exp -> new HostResult.ExplanationSource(exp.domain(), domain)));
    }

    /** The other domain's result stands for ours, its explanation too (RFC 7208, section 6.1). */
    private HostResult redirect(Term.Redirect redirect) {
        Redirection there = new Redirection(evaluation, domain, redirect);
        Match match = steps.tried(redirect.text(), there::follow);
        if (match instanceof Match.Stop stop) {
            return end(stop.word(), stop.cause().at(redirect.text()));
        }
        HostResult result = there.result().orElseThrow();
        return new HostResult(
                result.word(),
                result.cause(),
                steps.trace(domain, text, result.word()),
                result.mechanism(),
                result.explanation());
    }

    private SpfCause cause(Kind kind) {
        return SpfCause.of(kind, domain);
    }

    private HostResult end(SpfWord word, SpfCause cause) {
        return new HostResult(
                word, cause, steps.trace(domain, text, word), Optional.empty(), Optional.empty());
    }
}
