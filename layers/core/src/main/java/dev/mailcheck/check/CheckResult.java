package dev.mailcheck.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a check found.
 *
 * @param evidence what was seen: observations or parts of them, by name; each value serialises to
 *     JSON
 * @param excuse why the check does not count although it could not be judged (NEEDS_MAIL,
 *     SWITCHED_OFF …); it is then listed in the report's {@code notTested}
 */
public record CheckResult(
        CheckId id, List<Finding> findings, Map<String, Object> evidence, Optional<String> excuse) {
    public CheckResult {
        findings = List.copyOf(findings);
        evidence = Map.copyOf(evidence);
    }

    public static CheckResult of(CheckId id, List<Finding> findings, Map<String, Object> evidence) {
        return new CheckResult(id, findings, evidence, Optional.empty());
    }

    public CheckResult excusedBy(String reason) {
        return new CheckResult(id, findings, evidence, Optional.of(reason));
    }

    /** The same evidence, and only what says that the check does not apply. */
    public CheckResult notApplicable() {
        return of(
                id,
                findings.stream().filter(f -> f.status() == Status.NOT_APPLICABLE).toList(),
                evidence);
    }

    /**
     * The worst status of the findings; those of level OPTIONAL show without setting it where the
     * check has findings of a higher level (contract, section 2).
     */
    public Status status() {
        boolean onlyOptional = findings.stream().allMatch(f -> f.level() == Level.OPTIONAL);
        return findings.stream()
                .filter(f -> onlyOptional || f.level() != Level.OPTIONAL)
                .map(Finding::status)
                .min(Status::compareTo)
                .orElse(Status.NOT_APPLICABLE);
    }

    /** The highest level among the findings that set the status. */
    public Level level() {
        Status status = status();
        return findings.stream()
                .filter(f -> f.status() == status)
                .map(Finding::level)
                .min(Level::compareTo)
                .orElse(Level.OPTIONAL);
    }

    /** What each came to, by its check. */
    public static Map<CheckId, Status> statuses(List<CheckResult> results) {
        return results.stream().collect(Collectors.toMap(CheckResult::id, CheckResult::status));
    }
}
