package dev.mailcheck.render;

import com.ibm.icu.text.IDNA;

import dev.mailcheck.check.FindingCode;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The grade of a report in words, as every form of it has them. */
final class Verdict {
    private final Words words;

    Verdict(Words words) {
        this.words = words;
    }

    /** The grade, or what is known of it so far and what keeps it from being final. */
    String headline(Report report) {
        if (report.grade() != Grade.UNDETERMINED) {
            return words.phrase(
                    "grade.line",
                    Map.of("grade", name(report.grade()) + " (" + report.grade() + ")"));
        }
        Optional<FindingView> missing = missingName(report);
        if (missing.isPresent()) {
            return words.phrase("nothing.judged", Map.of("message", missing.get().message()));
        }
        return words.phrase(
                report.scoreCoverage() == 0 ? "nothing.judged.because" : "so.far",
                Map.of("grade", soFar(report.gradeSoFar()), "checks", untested(report)));
    }

    private static Optional<FindingView> missingName(Report report) {
        return report.checks().stream()
                .flatMap(check -> check.findings().stream())
                .filter(f -> f.code().equals(FindingCode.DNS_DOMAIN_DOES_NOT_EXIST.name()))
                .findFirst();
    }

    /** The grade's name in the language. */
    String name(Grade grade) {
        return words.language() == Language.JA
                ? grade.japanese()
                : words.phrase("grade.name." + grade);
    }

    /** In English the word of JSON alone: that line is promised to scripts. */
    private String soFar(Grade grade) {
        return words.language() == Language.EN ? grade.name() : name(grade) + " (" + grade + ")";
    }

    private String untested(Report report) {
        List<Gap> doubts = Gap.doubts(report);
        return doubts.stream()
                .map(gap -> String.join(", ", gap.checks()) + reason(gap))
                .collect(Collectors.joining("; "));
    }

    private String reason(Gap gap) {
        return gap.reason().isEmpty() ? "" : " (" + words.reason(gap.reason()) + ")";
    }

    /** What the grade means; an undetermined one says it in its headline. */
    Optional<String> meaning(Report report) {
        return report.grade() == Grade.UNDETERMINED
                ? Optional.empty()
                : Optional.of(words.phrase("grade.meaning." + report.grade()));
    }

    /** When the check ended, to the minute. */
    static String time(Report report) {
        return report.finishedAt().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
    }

    /** What the report is about: a domain, or the mail of one. */
    String subject(Report report) {
        if (report.mail() == null) {
            return domain(report);
        }
        return report.domain().isEmpty()
                ? words.phrase("mail.of.nobody")
                : words.phrase("mail.of", Map.of("domain", domain(report)));
    }

    /** The A-label, and beside it the letters it stands for (RFC 5890, section 2.3.2.1). */
    static String domain(Report report) {
        return letters(report)
                .map(letters -> report.domain() + " (" + letters + ")")
                .orElseGet(report::domain);
    }

    private static Optional<String> letters(Report report) {
        if (!report.domain().contains("xn--")) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder letters = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE)
                .nameToUnicode(report.domain(), letters, info);
        return info.hasErrors() ? Optional.empty() : Optional.of(letters.toString());
    }
}
