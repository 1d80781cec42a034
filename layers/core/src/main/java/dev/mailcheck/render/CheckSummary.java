package dev.mailcheck.render;

import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.Optional;

/**
 * One check in a line.
 *
 * @param reason the words of the finding that makes its outcome, without prose of the checked side
 * @param more how many faults there are besides
 */
record CheckSummary(String reason, long more) {
    static CheckSummary of(CheckView check, Words words) {
        Optional<FindingView> main = main(check);
        return new CheckSummary(
                main.map(new SummaryWords(words)::of)
                        .orElseGet(() -> words.phrase("check.does.not.apply")),
                check.findings().stream()
                        .filter(ToDo::isFault)
                        .filter(fault -> !Optional.of(fault).equals(main))
                        .count());
    }

    /** The first of the findings that make the check's outcome. */
    private static Optional<FindingView> main(CheckView check) {
        return check.findings().stream()
                .filter(f -> f.status() == check.status() && f.level() == check.level())
                .findFirst();
    }
}
