package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfTerm.Kind;

/**
 * The fewest look-ups to a pass and to another result, over all mails one could think of; {@link
 * #NEVER} where there is no such way.
 */
record CheapestPath(int pass, int other) {
    private static final int NEVER = 1_000_000;

    /** What is not known beforehand may end at once, either way. */
    private static final CheapestPath ANYWHERE = new CheapestPath(0, 0);

    private static final CheapestPath NOWHERE = new CheapestPath(NEVER, NEVER);

    static CheapestPath through(SpfPolicy policy) {
        return switch (policy.state()) {
            case VALID -> throughTerms(policy);
            case NOT_KNOWN, NOT_FOLLOWED -> ANYWHERE;
            case NO_RECORD, SEVERAL_RECORDS, SYNTAX_ERROR, LOOP -> NOWHERE;
        };
    }

    private static CheapestPath throughTerms(SpfPolicy policy) {
        CheapestPath best = NOWHERE;
        int before = 0;
        for (SpfTerm term : policy.counting()) {
            CheapestPath step = step(term);
            best = best.or(term.qualifier() == Qualifier.PASS, before + step.pass());
            before = Math.min(NEVER, before + step.other());
        }
        return best.or(end(policy).after(before));
    }

    /** What it takes to match a mechanism, and not to match it. */
    private static CheapestPath step(SpfTerm term) {
        int own = term.lookups();
        return switch (term.kind()) {
            case ALL -> new CheapestPath(0, NEVER);
            case IP4, IP6 -> new CheapestPath(0, 0);
            case A, MX, EXISTS, PTR -> new CheapestPath(term.leadsNowhere() ? NEVER : own, own);
            case INCLUDE -> below(term).after(own);
            case REDIRECT, EXP, UNKNOWN_MODIFIER -> new CheapestPath(NEVER, 0);
        };
    }

    private static CheapestPath below(SpfTerm term) {
        return term.policy().map(CheapestPath::through).orElse(ANYWHERE);
    }

    private static CheapestPath end(SpfPolicy policy) {
        return policy.counting().stream()
                .filter(term -> term.is(Kind.REDIRECT))
                .findFirst()
                .map(term -> below(term).after(term.lookups()))
                .orElse(new CheapestPath(NEVER, 0));
    }

    private CheapestPath after(int lookups) {
        return new CheapestPath(Math.min(NEVER, pass + lookups), Math.min(NEVER, other + lookups));
    }

    private CheapestPath or(boolean passes, int lookups) {
        return or(passes ? new CheapestPath(lookups, NEVER) : new CheapestPath(NEVER, lookups));
    }

    private CheapestPath or(CheapestPath another) {
        return new CheapestPath(Math.min(pass, another.pass), Math.min(other, another.other));
    }

    /** The way to a pass if there is one, else to any result, else none. */
    int best() {
        if (pass < NEVER) {
            return pass;
        }
        return other < NEVER ? other : 0;
    }
}
