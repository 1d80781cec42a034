package dev.mailcheck.answer;

import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What the operator says of answers.
 *
 * @param off looked at for each mail, so that answers can be stopped while the service runs
 * @param only these author domains and those below them; empty: all
 */
public record AnswerRules(BooleanSupplier off, Set<String> only) {
    public AnswerRules {
        only = Set.copyOf(only);
    }

    /** Whoever is proven to have written is answered. */
    public static AnswerRules everybody() {
        return new AnswerRules(() -> false, Set.of());
    }

    /** Whether mails of this domain are answered. */
    public boolean allows(String authorDomain) {
        return only.isEmpty()
                || only.stream().anyMatch(domain -> Names.isAtOrBelow(authorDomain, domain));
    }
}
