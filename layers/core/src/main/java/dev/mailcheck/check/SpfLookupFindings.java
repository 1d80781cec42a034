package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SPF_INCLUDED_RECORD_BROKEN;
import static dev.mailcheck.check.FindingCode.SPF_INCLUDED_SEVERAL_RECORDS;
import static dev.mailcheck.check.FindingCode.SPF_INCLUDE_WITHOUT_RECORD;
import static dev.mailcheck.check.FindingCode.SPF_LOOKUPS_DEPEND_ON_MAIL;
import static dev.mailcheck.check.FindingCode.SPF_LOOKUPS_NEAR_LIMIT;
import static dev.mailcheck.check.FindingCode.SPF_LOOKUPS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SPF_LOOKUPS_WITHIN_LIMIT;
import static dev.mailcheck.check.FindingCode.SPF_LOOP;
import static dev.mailcheck.check.FindingCode.SPF_REDIRECT_WITHOUT_RECORD;
import static dev.mailcheck.check.FindingCode.SPF_TOO_MANY_LOOKUPS;
import static dev.mailcheck.check.FindingCode.SPF_TOO_MANY_MX_HOSTS;

import dev.mailcheck.spf.SpfCost;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfRepair;
import dev.mailcheck.spf.SpfSyntaxError;
import dev.mailcheck.spf.SpfTerm;
import dev.mailcheck.spf.SpfTerm.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Item spf-lookups: whether an evaluation can come to its end (RFC 7208, sections 4.6.4 and 5.2).
 */
final class SpfLookupFindings {
    private static final int LIMIT = 10;
    private static final int NEAR = 9;

    private final SpfPolicy root;
    private final SpfCost cost;

    private SpfLookupFindings(SpfPolicy root) {
        this.root = root;
        this.cost = SpfCost.of(root);
    }

    static List<Finding> of(SpfPolicy root) {
        return new SpfLookupFindings(root).all();
    }

    private List<Finding> all() {
        List<Finding> faults =
                SpfPolicies.all(root)
                        .flatMap(policy ->
                                policy.counting().stream().flatMap(term -> of(policy, term)))
                        .toList();
        List<Finding> all = new ArrayList<>(faults);
        if (cost.lookups() > LIMIT) {
            all.add(counted(SPF_TOO_MANY_LOOKUPS));
        } else if (faults.isEmpty() && cost.complete()) {
            all.add(
                    counted(
                            cost.lookups() < NEAR
                                    ? SPF_LOOKUPS_WITHIN_LIMIT
                                    : SPF_LOOKUPS_NEAR_LIMIT));
        }
        return all;
    }

    private Finding counted(FindingCode code, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(
                List.of(
                        "lookups", String.valueOf(cost.lookups()),
                        "cheapest", String.valueOf(cost.cheapest()),
                        "limit", String.valueOf(LIMIT)));
        return Finding.of(code, root.domain(), arguments.toArray(String[]::new));
    }

    private Stream<Finding> of(SpfPolicy policy, SpfTerm term) {
        boolean leads = term.is(Kind.INCLUDE) || term.is(Kind.REDIRECT);
        if (leads && term.dependsOnMail()) {
            return Stream.of(counted(SPF_LOOKUPS_DEPEND_ON_MAIL, "term", term.text()));
        }
        if (term.is(Kind.MX) && term.answers().size() > LIMIT) {
            return Stream.of(term(SPF_TOO_MANY_MX_HOSTS, policy, term));
        }
        return term.policy().stream().flatMap(below -> below(policy, term, below));
    }

    private Stream<Finding> below(SpfPolicy policy, SpfTerm term, SpfPolicy below) {
        return switch (below.state()) {
            case VALID, NOT_FOLLOWED -> Stream.empty();
            case NO_RECORD -> {
                boolean redirect = term.is(Kind.REDIRECT);
                yield Stream.of(
                        removable(
                                redirect ? SPF_REDIRECT_WITHOUT_RECORD : SPF_INCLUDE_WITHOUT_RECORD,
                                policy,
                                term));
            }
            case LOOP -> Stream.of(term(SPF_LOOP, policy, term));
            case SEVERAL_RECORDS -> Stream.of(term(SPF_INCLUDED_SEVERAL_RECORDS, policy, term));
            case SYNTAX_ERROR ->
                    below.errors().stream()
                            .limit(1)
                            .map(error -> broken(policy, term, below, error));
            case NOT_KNOWN ->
                    Stream.of(
                            counted(
                                    SPF_LOOKUPS_NOT_KNOWN,
                                    "target",
                                    term.target(),
                                    "reason",
                                    below.reason()));
        };
    }

    /** A redirect is the policy's last word: leaving it out would say something else. */
    private Finding removable(FindingCode code, SpfPolicy policy, SpfTerm term) {
        Finding finding = term(code, policy, term);
        return term.is(Kind.REDIRECT)
                ? finding
                : SpfPolicies.withoutTerms(finding, root, policy, List.of(term));
    }

    private Finding broken(SpfPolicy policy, SpfTerm term, SpfPolicy below, SpfSyntaxError error) {
        Finding finding =
                Finding.of(
                        SPF_INCLUDED_RECORD_BROKEN,
                        policy.domain(),
                        "target",
                        term.target(),
                        "term",
                        error.term(),
                        "position",
                        String.valueOf(error.position()),
                        "reason",
                        error.kind().name());
        return SpfPolicies.edited(finding, root, below, SpfRepair::repaired);
    }

    private static Finding term(FindingCode code, SpfPolicy policy, SpfTerm term) {
        return Finding.of(
                code,
                policy.domain(),
                "term",
                term.text(),
                "target",
                term.target(),
                "limit",
                String.valueOf(LIMIT));
    }
}
