package dev.mailcheck.render;

import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;
import dev.mailcheck.report.Words;

/**
 * One finding as a test case.
 *
 * @param type what kind of outcome, for programs
 * @param summary in one line, without prose of the checked side
 * @param text all that there is to say
 */
record JunitCase(String name, JunitOutcome outcome, String type, String summary, String text) {
    static JunitCase of(String name, JunitOutcome outcome, FindingView finding, Words words) {
        return new JunitCase(
                name, outcome, finding.code(), new SummaryWords(words).of(finding), text(finding));
    }

    /** Lines are ours; each foreign text is on one, for the encoder shows its line ends. */
    private static String text(FindingView finding) {
        StringBuilder text = new StringBuilder();
        text.append(finding.status()).append(" (").append(finding.level()).append("): ");
        text.append(line(finding.message()));
        Fix fix = finding.fix();
        if (fix != null) {
            text.append(line(fix.text()));
            String file = fix.file();
            if (file != null) {
                file.lines().forEach(each -> text.append(line(each)));
            }
            ProposedRecord record = fix.record();
            if (record != null) {
                text.append(line(record.line()));
            }
        }
        return text.append(line(finding.reference())).toString();
    }

    private static String line(String foreign) {
        return TerminalText.of(foreign) + "\n";
    }

    void write(String className, Markup out) {
        Tag testCase =
                Tag.of("testcase")
                        .with("classname", className)
                        .with("name", name)
                        .with("time", "0");
        switch (outcome) {
            case PASSED -> out.empty(testCase).line();
            case WARNING ->
                    out.block(testCase, () -> out.in(Tag.of("system-out"), () -> out.lines(text)));
            case FAILURE -> write(testCase, "failure", out);
            case ERROR -> write(testCase, "error", out);
            case SKIPPED -> write(testCase, "skipped", out);
        }
    }

    private void write(Tag testCase, String word, Markup out) {
        Tag result = Tag.of(word).with("type", type).with("message", summary);
        out.block(testCase, () -> out.in(result, () -> out.lines(text)));
    }
}
