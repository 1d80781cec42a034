package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * One term of a policy with what it costs and what it leads to.
 *
 * @param text as published, cut at 2,048 characters
 * @param counts false for what stands behind "all", and for a redirect beside it: no evaluation
 *     comes there (RFC 7208, sections 5.1 and 6.1)
 * @param dependsOnMail its macros need a mail, so what it asks is not known beforehand
 * @param lookups what it takes of the ten that are allowed, without what is below it
 * @param target the name it asks; empty where it asks none or it is not known
 * @param answers what the DNS said: for a, mx and exists of each host, for exp of its text
 * @param networks the ranges it stands for, as far as they are known
 * @param policy for include and redirect, unless the target is not known
 */
@Json
public record SpfTerm(
        String text,
        Kind kind,
        Qualifier qualifier,
        boolean counts,
        boolean dependsOnMail,
        int lookups,
        String target,
        List<SpfAnswer> answers,
        List<String> networks,
        Optional<SpfPolicy> policy) {
    /** The mechanisms and modifiers of RFC 7208, sections 5 and 6. */
    public enum Kind {
        ALL,
        INCLUDE,
        A,
        MX,
        PTR,
        IP4,
        IP6,
        EXISTS,
        REDIRECT,
        EXP,
        UNKNOWN_MODIFIER
    }

    public SpfTerm {
        text = Texts.capped(text);
        answers = List.copyOf(answers);
        networks = List.copyOf(networks);
    }

    /** Whether what it asks for is there: hosts with addresses, or the text of an explanation. */
    public boolean leadsNowhere() {
        return !answers.isEmpty() && answers.stream().allMatch(SpfAnswer::isVoid);
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
