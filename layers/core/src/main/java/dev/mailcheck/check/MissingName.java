package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_DOMAIN_DOES_NOT_EXIST;

import java.util.List;
import java.util.Map;

/**
 * A name that does not exist (RFC 8020, section 2) has that one fault: no other check applies to
 * it, whatever it made of the empty answers (contract, section 3).
 */
public final class MissingName {
    private MissingName() {}

    public static boolean in(List<CheckResult> results) {
        return results.stream().flatMap(r -> r.findings().stream()).anyMatch(MissingName::says);
    }

    /** The results as they are, or without all that follows from the missing name. */
    public static List<CheckResult> reduce(List<CheckResult> results) {
        return in(results) ? results.stream().map(MissingName::reduce).toList() : results;
    }

    private static CheckResult reduce(CheckResult result) {
        List<Finding> rest = result.findings().stream().filter(MissingName::says).toList();
        return CheckResult.of(result.id(), rest, rest.isEmpty() ? Map.of() : result.evidence());
    }

    private static boolean says(Finding finding) {
        return finding.code() == DNS_DOMAIN_DOES_NOT_EXIST;
    }
}
