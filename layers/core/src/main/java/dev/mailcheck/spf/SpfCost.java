package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfPolicy.State;
import dev.mailcheck.spf.SpfTerm.Kind;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What a policy costs a receiver (RFC 7208, section 4.6.4), counted over the whole evaluation.
 *
 * @param lookups terms that ask the DNS, where nothing matches before the end
 * @param cheapest the fewest that a mail can pass with; where none can pass, the fewest at all
 * @param voidLookups hosts with neither an IPv4 nor an IPv6 address, in the same case
 * @param unansweredHosts hosts that the DNS said nothing about: they may be void too
 * @param complete false where a policy below is not known, so that the counts are "at least"
 */
@Json
public record SpfCost(
        int lookups, int cheapest, int voidLookups, int unansweredHosts, boolean complete) {

    public static SpfCost of(SpfPolicy policy) {
        CheapestPath paths = CheapestPath.through(policy);
        return new SpfCost(
                lookups(policy),
                paths.best(),
                answers(policy, SpfAnswer.State.VOID),
                answers(policy, SpfAnswer.State.NOT_KNOWN),
                complete(policy));
    }

    private static int lookups(SpfPolicy policy) {
        return policy.counting().stream()
                .mapToInt(term -> term.lookups() + term.policy().map(SpfCost::lookups).orElse(0))
                .sum();
    }

    private static int answers(SpfPolicy policy, SpfAnswer.State state) {
        return policy.counting().stream()
                .mapToInt(term ->
                        own(term, state)
                                + term.policy().map(below -> answers(below, state)).orElse(0))
                .sum();
    }

    /** The question for an explanation is no look-up (RFC 7208, section 4.6.4). */
    private static int own(SpfTerm term, SpfAnswer.State state) {
        List<SpfAnswer> answers = term.is(Kind.EXP) ? List.of() : term.answers();
        return (int) answers.stream().filter(answer -> answer.state() == state).count();
    }

    private static boolean complete(SpfPolicy policy) {
        return policy.state() != State.NOT_KNOWN
                && policy.state() != State.NOT_FOLLOWED
                && policy.counting().stream()
                        .flatMap(term -> term.policy().stream())
                        .allMatch(SpfCost::complete);
    }
}
