package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SPF_TERM_LEADS_NOWHERE;
import static dev.mailcheck.check.FindingCode.SPF_TOO_MANY_VOID_LOOKUPS;
import static dev.mailcheck.check.FindingCode.SPF_VOID_LOOKUPS_DEPEND_ON_MAIL;
import static dev.mailcheck.check.FindingCode.SPF_VOID_LOOKUPS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SPF_VOID_LOOKUPS_WITHIN_LIMIT;

import dev.mailcheck.spf.SpfAnswer;
import dev.mailcheck.spf.SpfCost;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfTerm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Item spf-void: at most two look-ups that find nothing (RFC 7208, section 4.6.4). Without a mail,
 * a host is void that has neither an IPv4 nor an IPv6 address.
 */
final class SpfVoidFindings {
    private static final int LIMIT = 2;

    private SpfVoidFindings() {}

    static List<Finding> of(SpfPolicy root) {
        return Stream.of(count(root), macros(root), nowhere(root))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> count(SpfPolicy root) {
        SpfCost cost = SpfCost.of(root);
        if (cost.voidLookups() > LIMIT) {
            return Stream.of(tooMany(root, cost));
        }
        if (cost.voidLookups() + cost.unansweredHosts() > LIMIT) {
            return Stream.of(notKnown(root, cost));
        }
        return cost.complete()
                ? Stream.of(counted(SPF_VOID_LOOKUPS_WITHIN_LIMIT, root, cost))
                : Stream.empty();
    }

    /** Our own record without what leads nowhere, if that is enough. */
    private static Finding tooMany(SpfPolicy root, SpfCost cost) {
        Finding finding = counted(SPF_TOO_MANY_VOID_LOOKUPS, root, cost);
        List<SpfTerm> own = nowhereIn(root);
        int voids = own.stream().mapToInt(term -> term.answers().size()).sum();
        return cost.voidLookups() - voids <= LIMIT
                ? SpfPolicies.withoutTerms(finding, root, root, own)
                : finding;
    }

    private static Finding notKnown(SpfPolicy root, SpfCost cost) {
        Optional<SpfAnswer> silent =
                asking(root)
                        .flatMap(term -> term.answers().stream())
                        .filter(SpfAnswer::isNotKnown)
                        .findFirst();
        return counted(
                SPF_VOID_LOOKUPS_NOT_KNOWN,
                root,
                cost,
                "target",
                silent.map(SpfAnswer::name).orElse(""),
                "reason",
                silent.map(SpfAnswer::reason).orElse(""));
    }

    private static Finding counted(FindingCode code, SpfPolicy root, SpfCost cost, String... more) {
        String[] count = {
            "voidLookups", String.valueOf(cost.voidLookups()), "limit", String.valueOf(LIMIT)
        };
        String[] arguments = Stream.of(count, more).flatMap(Stream::of).toArray(String[]::new);
        return Finding.of(code, root.domain(), arguments);
    }

    private static Stream<SpfTerm> asking(SpfPolicy root) {
        return SpfPolicies.all(root)
                .flatMap(policy -> policy.counting().stream())
                .filter(SpfVoidFindings::asks);
    }

    private static boolean asks(SpfTerm term) {
        return switch (term.kind()) {
            case A, MX, EXISTS -> true;
            case ALL, INCLUDE, PTR, IP4, IP6, REDIRECT, EXP, UNKNOWN_MODIFIER -> false;
        };
    }

    private static Stream<Finding> macros(SpfPolicy root) {
        return asking(root)
                .filter(SpfTerm::dependsOnMail)
                .map(term ->
                        Finding.of(
                                SPF_VOID_LOOKUPS_DEPEND_ON_MAIL,
                                root.domain(),
                                "term",
                                term.text(),
                                "limit",
                                String.valueOf(LIMIT)));
    }

    private static Stream<Finding> nowhere(SpfPolicy root) {
        return SpfPolicies.own(root)
                .flatMap(policy ->
                        nowhereIn(policy).stream().map(term -> nowhere(root, policy, term)));
    }

    private static List<SpfTerm> nowhereIn(SpfPolicy policy) {
        return policy.counting().stream()
                .filter(SpfVoidFindings::asks)
                .filter(SpfTerm::leadsNowhere)
                .toList();
    }

    private static Finding nowhere(SpfPolicy root, SpfPolicy policy, SpfTerm term) {
        Finding finding =
                Finding.of(
                        SPF_TERM_LEADS_NOWHERE,
                        policy.domain(),
                        "term",
                        term.text(),
                        "target",
                        term.target());
        return SpfPolicies.withoutTerms(finding, root, policy, List.of(term));
    }
}
