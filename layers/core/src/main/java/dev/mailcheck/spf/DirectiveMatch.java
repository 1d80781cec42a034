package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfCause.Kind;

import java.util.Optional;
import java.util.function.Supplier;

/** Tries a mechanism of one record, within the limits of RFC 7208, section 4.6.4. */
final class DirectiveMatch {
    private final Evaluation evaluation;
    private final Questions questions;
    private final String domain;
    private final MechanismMatch mechanisms;

    DirectiveMatch(Evaluation evaluation, String domain) {
        this.evaluation = evaluation;
        this.questions = evaluation.questions();
        this.domain = domain;
        this.mechanisms = new MechanismMatch(evaluation, domain);
    }

    Tried tryOne(Term.Directive directive) {
        return switch (directive.mechanism()) {
            case Mechanism.All all -> done(new Match.Yes());
            case Mechanism.Ip ip -> done(mechanisms.ip(ip));
            case Mechanism.Include include -> include(include);
            case Mechanism.A a -> counted(() -> mechanisms.a(a));
            case Mechanism.Mx mx -> counted(() -> mechanisms.mx(mx));
            case Mechanism.Ptr ptr -> counted(() -> mechanisms.ptr(ptr));
            case Mechanism.Exists exists -> counted(() -> mechanisms.exists(exists));
        };
    }

    private static Tried done(Match match) {
        return new Tried(match, Optional.empty());
    }

    /** What its macros ask counts too, so the limits are looked at again afterwards. */
    private Tried counted(Supplier<Match> mechanism) {
        questions.spendLookup();
        if (questions.tooManyLookups()) {
            return done(Target.tooManyLookups(domain));
        }
        Match match = mechanism.get();
        if (questions.tooManyLookups()) {
            return done(Target.tooManyLookups(domain));
        }
        return done(questions.tooManyVoidLookups() ? tooManyVoidLookups() : match);
    }

    private Match tooManyVoidLookups() {
        return new Match.Stop(SpfWord.PERMERROR, SpfCause.of(Kind.TOO_MANY_VOID_LOOKUPS, domain));
    }

    private Tried include(Mechanism.Include include) {
        Target target = Target.of(evaluation, domain, include.domain());
        return target.stop().map(DirectiveMatch::done).orElseGet(() -> include(target.name()));
    }

    private Tried include(String name) {
        HostResult result = new HostCheck(evaluation, name).runForTerm();
        return new Tried(included(result), Optional.of(result.trace()));
    }

    /** The table of RFC 7208, section 5.2. */
    private Match included(HostResult result) {
        return switch (result.word()) {
            case PASS -> new Match.Yes();
            case FAIL, SOFTFAIL, NEUTRAL -> new Match.No();
            case TEMPERROR, PERMERROR -> new Match.Stop(result.word(), result.cause());
            case NONE ->
                    new Match.Stop(
                            SpfWord.PERMERROR,
                            SpfCause.of(Kind.INCLUDE_WITHOUT_RECORD, domain)
                                    .with("target", result.trace().domain()));
        };
    }
}
