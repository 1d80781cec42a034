package dev.mailcheck.check;

import dev.mailcheck.spf.SpfEdit;
import dev.mailcheck.spf.SpfPolicy;
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

    static boolean isWithin(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }

    /** The finding with the record edited so, where that is ours to edit and the edit is clear. */
    static Finding edited(
            Finding finding,
            SpfPolicy root,
            SpfPolicy policy,
            Function<String, Optional<String>> edit) {
        return Optional.of(policy)
                .filter(p -> isWithin(p.domain(), root.domain()) && p.records().size() == 1)
                .map(p -> p.records().getFirst())
                .filter(record -> record.length() <= LONGEST_EDITED)
                .flatMap(edit)
                .map(value -> finding.withRecord(policy.domain(), "TXT", value))
                .orElse(finding);
    }

    /** The finding with the record that is left without these terms. */
    static Finding withoutTerms(
            Finding finding, SpfPolicy root, SpfPolicy policy, Collection<SpfTerm> terms) {
        List<String> texts = terms.stream().map(SpfTerm::text).toList();
        return edited(finding, root, policy, record -> SpfEdit.without(record, texts));
    }
}
