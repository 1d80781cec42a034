package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DKIM_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DKIM_NOT_SEEN;
import static dev.mailcheck.check.FindingCode.DKIM_REVOKED_KEY_SEEN;
import static dev.mailcheck.check.FindingCode.DKIM_SELECTOR_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DKIM_SENDS_NO_MAIL;
import static dev.mailcheck.check.FindingCode.DKIM_WILDCARD;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.DkimObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SelectorAnswer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that the domain's mail is signed with, as far as they can be seen without a mail (RFC
 * 6376, section 3.6.1; RFC 8301). Selectors cannot be listed: where no guess hits and none was
 * named, nothing is wrong and nothing is proven.
 */
public final class DkimCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.DKIM;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(DkimObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        DkimObservation seen = judgement.seen().get(DkimObservation.class);
        String domain = judgement.domain();
        SelectorKeys keys = SelectorKeys.of(seen);
        List<Finding> findings = new ArrayList<>(DkimKeyFindings.of(keys));
        boolean judged = !findings.isEmpty();
        keys.unknown().stream()
                .filter(selector -> judged)
                .map(selector -> notKnown(DKIM_SELECTOR_NOT_KNOWN, selector.name(), selector))
                .forEach(findings::add);
        keys.revokedGuesses().stream()
                .map(selector -> Finding.of(DKIM_REVOKED_KEY_SEEN, selector.name()))
                .forEach(findings::add);
        if (seen.random() instanceof DnsAnswer.Found) {
            findings.add(Finding.of(DKIM_WILDCARD, domain));
        }
        CheckResult result = CheckResult.of(id(), findings, evidence(seen));
        return judged ? result : withoutKeys(domain, seen, keys, result);
    }

    /** No key could be judged: why, and whether that counts. */
    private static CheckResult withoutKeys(
            String domain, DkimObservation seen, SelectorKeys keys, CheckResult result) {
        if (!keys.unknown().isEmpty()) {
            SelectorAnswer first = keys.unknown().getFirst();
            return with(result, notKnown(DKIM_NOT_KNOWN, domain, first));
        }
        if (SendsNoMail.isSaid(seen.atDomain())) {
            return with(result, Finding.of(DKIM_SENDS_NO_MAIL, domain));
        }
        Optional<SelectorAnswer> silent = allFailed(seen);
        return silent.map(selector -> with(result, notKnown(DKIM_NOT_KNOWN, domain, selector)))
                .orElseGet(() ->
                        with(
                                        result,
                                        Finding.of(
                                                DKIM_NOT_SEEN,
                                                domain,
                                                "tried",
                                                Integer.toString(seen.selectors().size())))
                                .excusedBy("NEEDS_MAIL"));
    }

    /** The first selector, where the DNS answered for none. */
    private static Optional<SelectorAnswer> allFailed(DkimObservation seen) {
        return seen.selectors().stream().allMatch(selector -> selector.answer().failed())
                ? seen.selectors().stream().findFirst()
                : Optional.empty();
    }

    private static Finding notKnown(FindingCode code, String subject, SelectorAnswer selector) {
        String reason =
                selector.answer() instanceof DnsAnswer.Failed failed
                        ? failed.reason().name()
                        : "NOT_RUN";
        return Finding.of(code, subject, "reason", reason);
    }

    private static CheckResult with(CheckResult result, Finding finding) {
        List<Finding> findings = new ArrayList<>(result.findings());
        findings.addFirst(finding);
        return new CheckResult(result.id(), findings, result.evidence(), result.excuse());
    }

    /** Guesses that found nothing are only counted. */
    private static Map<String, Object> evidence(DkimObservation seen) {
        List<SelectorAnswer> shown =
                seen.selectors().stream()
                        .filter(s -> s.named() || !(s.answer() instanceof DnsAnswer.Absent))
                        .toList();
        return Map.of(
                "selectors", shown,
                "tried", seen.selectors().stream().map(SelectorAnswer::selector).toList(),
                "random", seen.random());
    }
}
