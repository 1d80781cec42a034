package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Words;

import java.util.ArrayList;
import java.util.List;

/**
 * The JUnit XML that CI servers show: a suite for each check, a case for each finding. It is red
 * exactly where the grade is not SECURE: what lowers it is a failure, what keeps it from being
 * known an error, what does not count is skipped, and warnings stand in the output of cases that
 * pass.
 */
public final class JunitRenderer implements Renderer {
    private final Words words;

    /**
     * @param words in the language the reports are in
     */
    public JunitRenderer(Words words) {
        this.words = words;
    }

    @Override
    public String render(List<Report> reports) {
        List<JunitSuite> suites = reports.stream().flatMap(r -> suites(r).stream()).toList();
        Markup out = Markup.xml();
        Tag all =
                Tag.of("testsuites")
                        .with("name", "mailcheck")
                        .with("tests", sum(suites, JunitOutcome.values()))
                        .with("failures", sum(suites, JunitOutcome.FAILURE))
                        .with("errors", sum(suites, JunitOutcome.ERROR));
        out.block(
                all,
                () -> {
                    out.line();
                    suites.forEach(suite -> suite.write(out));
                });
        return out.toString();
    }

    private static String sum(List<JunitSuite> suites, JunitOutcome... outcomes) {
        return String.valueOf(suites.stream().mapToLong(suite -> suite.count(outcomes)).sum());
    }

    private List<JunitSuite> suites(Report report) {
        List<JunitSuite> suites = new ArrayList<>();
        List<CheckId> run = report.checks().stream().map(CheckView::id).toList();
        report.checks().forEach(check -> suites.add(JunitSuite.of(report, check, words)));
        for (NotTested left : report.notTested()) {
            if (!run.contains(left.check())) {
                suites.add(JunitSuite.notTested(report, left, words));
            }
        }
        return suites;
    }
}
