package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfCause.Kind;

import java.util.Optional;

/** Follows a redirect modifier (RFC 7208, section 6.1). */
final class Redirection {
    private final Evaluation evaluation;
    private final String domain;
    private final Term.Redirect redirect;
    private Optional<HostResult> result = Optional.empty();

    Redirection(Evaluation evaluation, String domain, Term.Redirect redirect) {
        this.evaluation = evaluation;
        this.domain = domain;
        this.redirect = redirect;
    }

    Tried follow() {
        Target target = Target.of(evaluation, domain, redirect.domain());
        return target.stop()
                .map(stop -> new Tried(stop, Optional.empty()))
                .orElseGet(() -> follow(target.name()));
    }

    private Tried follow(String name) {
        HostResult there = new HostCheck(evaluation, name).runForTerm();
        result = Optional.of(there);
        Match match =
                there.word() == SpfWord.NONE
                        ? new Match.Stop(
                                SpfWord.PERMERROR,
                                SpfCause.of(Kind.REDIRECT_WITHOUT_RECORD, domain)
                                        .with("target", name))
                        : new Match.Yes();
        return new Tried(match, Optional.of(there.trace()));
    }

    /** What the other domain says, once it was followed. */
    Optional<HostResult> result() {
        return result;
    }
}
