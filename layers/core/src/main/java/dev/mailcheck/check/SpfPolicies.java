package dev.mailcheck.check;

import dev.mailcheck.spf.SpfEdit;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfPolicy.State;
import dev.mailcheck.spf.SpfTerm;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Walks a policy, and ties a finding to the record that mends it. */
final class SpfPolicies {
    /** Evidence cuts records at 2,048 characters: what may be cut is not edited. */
    private static final int LONGEST_EDITED = 2_000;

    private SpfPolicies() {}

    /** A policy and all below it that an evaluation can come to. */
    static Stream<SpfPolicy> all(SpfPolicy policy) {
        return Stream.concat(
                Stream.of(policy),
                policy.counting().stream()
                        .flatMap(term -> term.policy().stream())
                        .flatMap(SpfPolicies::all));
    }

    /** Those that the owner of the checked domain can change: at it or below it. */
    static Stream<SpfPolicy> own(SpfPolicy root) {
        return all(root).filter(policy -> isWithin(policy.domain(), root.domain())).distinct();
    }

    private static boolean isWithin(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }

    /** An alias leads to a record that is someone else's to change. */
    static boolean isOurs(SpfPolicy root, SpfPolicy policy) {
        return isWithin(policy.domain(), root.domain()) && !policy.alias();
    }

    /** The finding with the record edited so, where that is ours to edit and the edit is clear. */
    static Finding edited(
            Finding finding,
            SpfPolicy root,
            SpfPolicy policy,
            Function<String, Optional<String>> edit) {
        return Optional.of(policy)
                .filter(p -> isOurs(root, p) && p.records().size() == 1)
                .map(p -> p.records().getFirst())
                .filter(record -> record.length() <= LONGEST_EDITED)
                .map(record -> tidied(policy, record))
                .flatMap(edit)
                .map(value -> finding.withRecord(policy.domain(), "TXT", value))
                .orElse(finding);
    }

    /**
     * The record without what does nothing but harm, so that all findings about one record propose
     * as much the same as can be.
     */
    private static String tidied(SpfPolicy policy, String record) {
        List<String> dead =
                policy.terms().stream().filter(SpfPolicies::isDead).map(SpfTerm::text).toList();
        return dead.isEmpty() ? record : SpfEdit.without(record, dead).orElse(record);
    }

    private static boolean isDead(SpfTerm term) {
        return switch (term.kind()) {
            case ALL, IP4, IP6, PTR -> !term.counts();
            case A, MX, EXISTS -> !term.counts() || term.leadsNowhere();
            case INCLUDE -> !term.counts() || leadsToNoRecord(term);
            case REDIRECT -> !term.counts();
            case EXP, UNKNOWN_MODIFIER -> false;
        };
    }

    private static boolean leadsToNoRecord(SpfTerm term) {
        return term.policy().filter(below -> below.state() == State.NO_RECORD).isPresent();
    }

    /** The finding with the record that is left without these terms. */
    static Finding withoutTerms(
            Finding finding, SpfPolicy root, SpfPolicy policy, Collection<SpfTerm> terms) {
        List<String> texts = terms.stream().map(SpfTerm::text).toList();
        return edited(finding, root, policy, record -> SpfEdit.without(record, texts));
    }
}
