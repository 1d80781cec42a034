package dev.mailcheck.render;

import dev.mailcheck.grade.NotTested;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One check of one domain as a suite.
 *
 * @param elapsedMillis how long the check took
 */
record JunitSuite(Report report, String check, long elapsedMillis, List<JunitCase> cases) {
    static JunitSuite of(Report report, CheckView check, Words words) {
        List<JunitCase> cases = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (FindingView finding : check.findings()) {
            String name = finding.code() + " " + finding.subject();
            int number = names.merge(name, 1, Integer::sum);
            JunitOutcome outcome = JunitOutcome.of(finding, check.id(), report);
            cases.add(
                    JunitCase.of(
                            number == 1 ? name : name + " (" + number + ")",
                            outcome,
                            finding,
                            words));
        }
        return new JunitSuite(report, check.id().word(), check.elapsedMillis(), cases);
    }

    /** A check that was left out is a case that is skipped. */
    static JunitSuite notTested(Report report, NotTested left, Words words) {
        String check = left.check().word();
        String reason = words.reason(left.reason());
        JunitCase skipped =
                new JunitCase(check, JunitOutcome.SKIPPED, left.reason(), reason, reason);
        return new JunitSuite(report, check, 0, List.of(skipped));
    }

    long count(JunitOutcome... outcomes) {
        List<JunitOutcome> counted = Arrays.asList(outcomes);
        return cases.stream().filter(c -> counted.contains(c.outcome())).count();
    }

    void write(Markup out) {
        Tag suite =
                Tag.of("testsuite")
                        .with("name", report.domain() + " " + check)
                        .with("tests", String.valueOf(cases.size()))
                        .with("failures", String.valueOf(count(JunitOutcome.FAILURE)))
                        .with("errors", String.valueOf(count(JunitOutcome.ERROR)))
                        .with("skipped", String.valueOf(count(JunitOutcome.SKIPPED)))
                        .with("time", seconds())
                        .with("timestamp", report.startedAt().replaceFirst("(\\.\\d+)?Z$", ""));
        out.block(
                suite,
                () -> {
                    out.line();
                    properties(out);
                    cases.forEach(testCase -> testCase.write(report.domain() + "." + check, out));
                });
    }

    private void properties(Markup out) {
        out.block(
                Tag.of("properties"),
                () -> {
                    property("domain", report.domain(), out);
                    property("grade", report.grade().name(), out);
                    property("score", String.valueOf(report.score()), out);
                });
    }

    private static void property(String name, String value, Markup out) {
        out.empty(Tag.of("property").with("name", name).with("value", value));
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.3f", elapsedMillis / 1000.0);
    }
}
