package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report in short, for places with little room such as a chat: the grade, a line for each check
 * that needs work, what to do. It is words and no form; whoever shows it encodes it for its sink.
 *
 * @param subject what the report is about: the domain, or the mail of one
 * @param gradeName the grade's name in the language
 * @param headline the grade, or why there is none and what is known so far
 * @param meaning what the grade means, where there is one
 * @param provisional not everything was tested that counts
 * @param lab no report on the public Internet
 * @param needWork a line for each check with a fault, or that could not be judged
 * @param cures what to do, in order of effect on the grade
 * @param notTested what was left out, and why
 */
public record Digest(
        String subject,
        Grade grade,
        Grade soFar,
        String gradeName,
        String headline,
        String summary,
        Optional<String> meaning,
        boolean provisional,
        Optional<String> lab,
        List<Line> needWork,
        List<Cure> cures,
        List<String> notTested) {

    /**
     * One check in a line.
     *
     * @param reason without prose of the checked side
     * @param more how many faults there are besides
     */
    public record Line(CheckId check, Status status, Level level, String reason, long more) {}

    /**
     * One fault and what to do about it.
     *
     * @param faults what is wrong, one sentence for each place that is told, without prose of the
     *     checked side
     * @param records to publish, to be copied as they stand
     * @param files contents of files to serve on the web
     */
    public record Cure(
            CheckId check,
            Level level,
            List<String> faults,
            String text,
            List<ProposedRecord> records,
            List<String> files) {}

    /** Of this report, in the language of the words. */
    public static Digest of(Report report, Words words) {
        Verdict verdict = new Verdict(words);
        return new Digest(
                verdict.subject(report),
                report.grade(),
                report.gradeSoFar(),
                verdict.name(report.grade()),
                verdict.headline(report),
                summary(report, verdict, words),
                verdict.meaning(report),
                report.provisional(),
                Optional.ofNullable(report.lab()).map(lab -> words.phrase("lab")),
                report.checks().stream()
                        .filter(Digest::needsWork)
                        .map(check -> line(check, words))
                        .toList(),
                cures(report, words),
                told(Gap.notTested(report), report, words));
    }

    private static List<String> told(List<Gap> gaps, Report report, Words words) {
        return gaps.stream().map(gap -> new GapWords(words).what(gap, report)).toList();
    }

    private static String summary(Report report, Verdict verdict, Words words) {
        return words.phrase(
                report.scoreCoverage() == 0 ? "summary.without.score" : "summary",
                Map.of(
                        "domain", verdict.subject(report),
                        "score", String.valueOf(report.score()),
                        "coverage", String.valueOf(report.scoreCoverage()),
                        "time", Verdict.time(report)));
    }

    private static boolean needsWork(CheckView check) {
        return switch (check.status()) {
            case FAIL, WARN, UNDETERMINED -> true;
            case PASS, NOT_APPLICABLE -> false;
        };
    }

    private static Line line(CheckView check, Words words) {
        CheckSummary summary = CheckSummary.of(check, words);
        return new Line(
                check.id(), check.status(), check.level(), summary.reason(), summary.more());
    }

    private static List<Cure> cures(Report report, Words words) {
        SummaryWords summary = new SummaryWords(words);
        List<Cure> cures = new ArrayList<>();
        for (ToDo item : ToDo.of(report)) {
            item.cures().forEach(cure -> cures.add(cure(item, cure, summary)));
        }
        return cures;
    }

    private static Cure cure(ToDo item, ToDo.Cure cure, SummaryWords summary) {
        return new Cure(
                item.check(),
                item.level(),
                cure.told().stream().map(summary::of).distinct().toList(),
                cure.text(),
                cure.records(),
                cure.files());
    }

    /** The grade that is known: that so far, where there is no other. */
    public Optional<Grade> known() {
        return grade != Grade.UNDETERMINED
                ? Optional.of(grade)
                : Optional.of(soFar).filter(so -> so != Grade.UNDETERMINED);
    }
}
