package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_DOMAIN_DOES_NOT_EXIST;

import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.ZoneObservation;

import java.util.List;
import java.util.Map;

/**
 * A name that does not exist (RFC 8020, section 2) has that one fault: no other check applies to
 * it, whatever it made of the empty answers (contract, section 3). A resolver that denies even the
 * root of the DNS proves nothing by that, and the finding says so.
 */
public final class MissingName {
    private MissingName() {}

    public static boolean in(List<CheckResult> results) {
        return results.stream()
                .flatMap(result -> result.findings().stream())
                .anyMatch(finding -> finding.code() == DNS_DOMAIN_DOES_NOT_EXIST);
    }

    static boolean isSeen(Judgement judgement) {
        return judgement
                .seen()
                .find(ZoneObservation.class)
                .filter(DomainExistence::isMissing)
                .isPresent();
    }

    static Finding finding(Judgement judgement) {
        boolean deniesRoot =
                judgement
                        .seen()
                        .find(ResolverObservation.class)
                        .filter(ResolverObservation::deniesRoot)
                        .isPresent();
        return Finding.of(
                DNS_DOMAIN_DOES_NOT_EXIST,
                judgement.domain(),
                "reason",
                deniesRoot ? "RESOLVER_DENIES_ALL" : "NXDOMAIN");
    }

    /** What is left of a check of a missing name. */
    static CheckResult reduce(CheckResult result) {
        return result.id() == CheckId.DNS
                ? result
                : CheckResult.of(result.id(), List.of(), Map.of());
    }
}
