package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SPF_ANSWER_TOO_LARGE;
import static dev.mailcheck.check.FindingCode.SPF_EXPLANATION_MISSING;
import static dev.mailcheck.check.FindingCode.SPF_FORM_SOUND;
import static dev.mailcheck.check.FindingCode.SPF_PTR_USED;
import static dev.mailcheck.check.FindingCode.SPF_REDIRECT_BESIDE_ALL;
import static dev.mailcheck.check.FindingCode.SPF_TERMS_AFTER_ALL;

import dev.mailcheck.probe.SpfObservation;
import dev.mailcheck.spf.SpfAnswer;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfTerm;
import dev.mailcheck.spf.SpfTerm.Kind;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Item spf-form: what works, but should not stay so (RFC 7208, sections 3.4, 5.1, 5.5 and 6.1).
 * Only records at or below the checked domain are judged: others are not its owner's to change.
 */
final class SpfFormFindings {
    private static final int LARGEST_ANSWER = 450;

    private SpfFormFindings() {}

    static List<Finding> of(SpfObservation seen) {
        SpfPolicy root = seen.tree();
        List<Finding> faults =
                Stream.concat(size(seen), SpfPolicies.own(root).flatMap(policy -> of(root, policy)))
                        .toList();
        return faults.isEmpty() ? List.of(sized(SPF_FORM_SOUND, seen)) : faults;
    }

    /** The name and all TXT data at it: what must fit into a small answer. */
    static int answerBytes(SpfObservation seen) {
        return seen.tree().domain().length()
                + seen.records().data().stream().mapToInt(String::length).sum();
    }

    private static Stream<Finding> size(SpfObservation seen) {
        return answerBytes(seen) > LARGEST_ANSWER
                ? Stream.of(sized(SPF_ANSWER_TOO_LARGE, seen))
                : Stream.empty();
    }

    private static Finding sized(FindingCode code, SpfObservation seen) {
        return Finding.of(
                code,
                seen.tree().domain(),
                "bytes",
                String.valueOf(answerBytes(seen)),
                "limit",
                String.valueOf(LARGEST_ANSWER));
    }

    private static Stream<Finding> of(SpfPolicy root, SpfPolicy policy) {
        return Stream.of(
                        ptr(root, policy),
                        afterAll(root, policy),
                        redirect(root, policy),
                        explanation(policy))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> ptr(SpfPolicy root, SpfPolicy policy) {
        List<SpfTerm> ptrs = policy.counting().stream().filter(term -> term.is(Kind.PTR)).toList();
        return removable(SPF_PTR_USED, root, policy, ptrs);
    }

    private static Stream<Finding> afterAll(SpfPolicy root, SpfPolicy policy) {
        List<SpfTerm> behind =
                policy.terms().stream()
                        .filter(term -> !term.counts() && isMechanism(term))
                        .toList();
        return removable(SPF_TERMS_AFTER_ALL, root, policy, behind);
    }

    private static boolean isMechanism(SpfTerm term) {
        return switch (term.kind()) {
            case ALL, INCLUDE, A, MX, PTR, IP4, IP6, EXISTS -> true;
            case REDIRECT, EXP, UNKNOWN_MODIFIER -> false;
        };
    }

    private static Stream<Finding> redirect(SpfPolicy root, SpfPolicy policy) {
        List<SpfTerm> ignored =
                policy.terms().stream()
                        .filter(term -> term.is(Kind.REDIRECT) && !term.counts())
                        .toList();
        return removable(SPF_REDIRECT_BESIDE_ALL, root, policy, ignored);
    }

    private static Stream<Finding> removable(
            FindingCode code, SpfPolicy root, SpfPolicy policy, List<SpfTerm> terms) {
        if (terms.isEmpty()) {
            return Stream.empty();
        }
        String texts = terms.stream().limit(5).map(SpfTerm::text).collect(Collectors.joining(" "));
        Finding finding = Finding.of(code, policy.domain(), "terms", texts);
        return Stream.of(SpfPolicies.withoutTerms(finding, root, policy, terms));
    }

    /** Exactly one text must be there; a failed question proves nothing. */
    private static Stream<Finding> explanation(SpfPolicy policy) {
        return policy.counting().stream()
                .filter(term -> term.is(Kind.EXP))
                .flatMap(term -> term.answers().stream())
                .filter(answer -> !answer.isNotKnown() && answer.data().size() != 1)
                .map(answer -> explanation(policy, answer));
    }

    private static Finding explanation(SpfPolicy policy, SpfAnswer answer) {
        return Finding.of(SPF_EXPLANATION_MISSING, policy.domain(), "target", answer.name());
    }
}
