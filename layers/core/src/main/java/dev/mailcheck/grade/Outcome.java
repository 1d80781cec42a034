package dev.mailcheck.grade;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;

import java.util.List;
import java.util.stream.Stream;

/**
 * What grade and score see of a finding.
 *
 * @param code two outcomes of one code are one fault
 * @param excused its check does not count although it could not be judged
 */
record Outcome(String code, Status status, Level level, boolean excused) {
    static List<Outcome> of(List<CheckResult> results) {
        return results.stream().flatMap(Outcome::of).toList();
    }

    private static Stream<Outcome> of(CheckResult result) {
        boolean excused = result.excuse().isPresent();
        return result.findings().stream()
                .map(f -> new Outcome(f.code().name(), f.status(), f.level(), excused));
    }
}
