package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfCause.Kind;

import java.util.Optional;

/**
 * The domain that an include or a redirect leads to, after the look-up was counted.
 *
 * @param stop where the limit does not allow one more
 */
record Target(String name, Optional<Match> stop) {
    static Target of(Evaluation evaluation, String domain, DomainSpec spec) {
        Questions questions = evaluation.questions();
        questions.spendLookup();
        if (questions.tooManyLookups()) {
            return new Target("", Optional.of(tooManyLookups(domain)));
        }
        String name = Macros.name(spec.macros(), new MailMacros(evaluation, domain));
        return new Target(
                name,
                questions.tooManyLookups()
                        ? Optional.of(tooManyLookups(domain))
                        : Optional.empty());
    }

    static Match tooManyLookups(String domain) {
        return new Match.Stop(SpfWord.PERMERROR, SpfCause.of(Kind.TOO_MANY_LOOKUPS, domain));
    }
}
