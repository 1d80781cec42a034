package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SPF_ALL_MISSING;
import static dev.mailcheck.check.FindingCode.SPF_ALL_NEUTRAL;
import static dev.mailcheck.check.FindingCode.SPF_ALL_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SPF_ALL_PASSES_EVERYONE;
import static dev.mailcheck.check.FindingCode.SPF_ALL_SOFTFAIL;
import static dev.mailcheck.check.FindingCode.SPF_ALL_SOFTFAIL_WITH_DMARC;
import static dev.mailcheck.check.FindingCode.SPF_ALL_STRICT;
import static dev.mailcheck.check.FindingCode.SPF_EXISTS_PASSES_EVERYONE;
import static dev.mailcheck.check.FindingCode.SPF_INCLUDE_PASSES_EVERYONE;
import static dev.mailcheck.check.FindingCode.SPF_RANGE_TOO_WIDE;
import static dev.mailcheck.spf.SpfAnswer.State.FOUND;

import dev.mailcheck.spf.Qualifier;
import dev.mailcheck.spf.SpfEdit;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfPolicy.State;
import dev.mailcheck.spf.SpfSender;
import dev.mailcheck.spf.SpfSenders;
import dev.mailcheck.spf.SpfTerm;
import dev.mailcheck.spf.SpfTerm.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Item spf-all: what becomes of mail from everyone else (RFC 7208, section 5.1). */
final class SpfAllFindings {
    private final SpfPolicy root;
    private final Optional<Boolean> dmarcEnforced;

    private SpfAllFindings(SpfPolicy root, Optional<Boolean> dmarcEnforced) {
        this.root = root;
        this.dmarcEnforced = dmarcEnforced;
    }

    static List<Finding> of(SpfPolicy root, Optional<Boolean> dmarcEnforced) {
        return new SpfAllFindings(root, dmarcEnforced).all();
    }

    private List<Finding> all() {
        List<Finding> open =
                Stream.of(includes(root), exists(root), ranges())
                        .flatMap(found -> found)
                        .distinct()
                        .toList();
        List<Finding> all = new ArrayList<>(open);
        lastWord(decider(root))
                .filter(word -> open.isEmpty() || word.status() != Status.PASS)
                .ifPresent(all::add);
        return all;
    }

    /** The policy that has the last word: where there is no "all", that of the redirect. */
    private static SpfPolicy decider(SpfPolicy policy) {
        return allOf(policy).isPresent()
                ? policy
                : policy.counting().stream()
                        .filter(term -> term.is(Kind.REDIRECT))
                        .flatMap(term -> term.policy().stream())
                        .findFirst()
                        .map(SpfAllFindings::decider)
                        .orElse(policy);
    }

    private static Optional<SpfTerm> allOf(SpfPolicy policy) {
        return policy.counting().stream().filter(term -> term.is(Kind.ALL)).findFirst();
    }

    /** Nothing where the redirect itself is at fault, or leads where only a mail can tell. */
    private Optional<Finding> lastWord(SpfPolicy policy) {
        boolean redirects = policy.counting().stream().anyMatch(term -> term.is(Kind.REDIRECT));
        return switch (policy.state()) {
            case VALID -> redirects ? Optional.empty() : Optional.of(judged(policy));
            case NOT_KNOWN ->
                    Optional.of(
                            Finding.of(
                                    SPF_ALL_NOT_KNOWN,
                                    root.domain(),
                                    "target",
                                    policy.domain(),
                                    "reason",
                                    policy.reason()));
            case NO_RECORD, SEVERAL_RECORDS, SYNTAX_ERROR, LOOP, NOT_FOLLOWED -> Optional.empty();
        };
    }

    private Finding judged(SpfPolicy policy) {
        Optional<SpfTerm> all = allOf(policy);
        return all.isEmpty()
                ? withAll(Finding.of(SPF_ALL_MISSING, policy.domain()), policy)
                : judged(policy, all.get().qualifier());
    }

    private Finding judged(SpfPolicy policy, Qualifier qualifier) {
        String domain = policy.domain();
        return switch (qualifier) {
            case FAIL -> Finding.of(SPF_ALL_STRICT, domain);
            case SOFTFAIL -> softfail(domain);
            case NEUTRAL -> withAll(Finding.of(SPF_ALL_NEUTRAL, domain), policy);
            case PASS -> withAll(Finding.of(SPF_ALL_PASSES_EVERYONE, domain), policy);
        };
    }

    /** A softfail that DMARC turns into a refusal does the work of a fail. */
    private Finding softfail(String domain) {
        return dmarcEnforced
                .map(enforced -> enforced ? SPF_ALL_SOFTFAIL_WITH_DMARC : SPF_ALL_SOFTFAIL)
                .map(code -> Finding.of(code, domain))
                .orElseGet(() ->
                        Finding.of(
                                SPF_ALL_NOT_KNOWN,
                                domain,
                                "target",
                                "_dmarc." + root.domain(),
                                "reason",
                                "DMARC_NOT_KNOWN"));
    }

    /** Softly: whoever was forgotten in the record is then marked, and not refused. */
    private Finding withAll(Finding finding, SpfPolicy policy) {
        return SpfPolicies.edited(finding, root, policy, record -> SpfEdit.withAll(record, "~all"));
    }

    private Stream<Finding> includes(SpfPolicy policy) {
        return policy.counting().stream()
                .filter(term -> term.qualifier() == Qualifier.PASS)
                .flatMap(term ->
                        term.policy().stream().flatMap(below -> include(policy, term, below)));
    }

    private Stream<Finding> include(SpfPolicy policy, SpfTerm term, SpfPolicy below) {
        boolean open =
                term.is(Kind.INCLUDE)
                        && decider(below).state() == State.VALID
                        && allOf(decider(below))
                                .filter(all -> all.qualifier() == Qualifier.PASS)
                                .isPresent();
        Finding finding =
                Finding.of(
                        SPF_INCLUDE_PASSES_EVERYONE,
                        policy.domain(),
                        "term",
                        term.text(),
                        "target",
                        below.domain());
        return open
                ? Stream.of(SpfPolicies.withoutTerms(finding, root, policy, List.of(term)))
                : includes(below);
    }

    /** A name that has an address whatever the mail is: the term matches every sender. */
    private Stream<Finding> exists(SpfPolicy policy) {
        return policy.counting().stream()
                .filter(term -> term.is(Kind.REDIRECT) || term.qualifier() == Qualifier.PASS)
                .flatMap(term ->
                        term.policy()
                                .map(this::exists)
                                .orElseGet(() ->
                                        Stream.of(term)
                                                .filter(SpfAllFindings::isAlwaysThere)
                                                .map(open -> exists(policy, open))));
    }

    private static boolean isAlwaysThere(SpfTerm term) {
        return term.is(Kind.EXISTS)
                && !term.dependsOnMail()
                && term.answers().stream().anyMatch(answer -> answer.state() == FOUND);
    }

    private Finding exists(SpfPolicy policy, SpfTerm term) {
        Finding finding =
                Finding.of(
                        SPF_EXISTS_PASSES_EVERYONE,
                        policy.domain(),
                        "term",
                        term.text(),
                        "target",
                        term.target());
        return SpfPolicies.withoutTerms(finding, root, policy, List.of(term));
    }

    private Stream<Finding> ranges() {
        return SpfSenders.of(root).stream().filter(SpfSender::wide).map(this::range);
    }

    private Finding range(SpfSender sender) {
        Finding finding =
                Finding.of(
                        SPF_RANGE_TOO_WIDE,
                        root.domain(),
                        "network",
                        sender.network(),
                        "from",
                        String.join(", ", sender.from()));
        List<SpfTerm> own =
                root.counting().stream()
                        .filter(term -> term.networks().contains(sender.network()))
                        .toList();
        return sender.from().equals(List.of(root.domain())) && !own.isEmpty()
                ? SpfPolicies.withoutTerms(finding, root, root, own)
                : finding;
    }
}
