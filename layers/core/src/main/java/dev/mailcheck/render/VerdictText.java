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

/** The head of a report: the grade first, on a line of its own, however long. */
final class VerdictText {
    private final Words words;

    VerdictText(Words words) {
        this.words = words;
    }

    void write(Report report, Page page) {
        page.line(Marks.ink(report.grade()), 0, verdict(report));
        String summary = report.scoreCoverage() == 0 ? "summary.without.score" : "summary";
        page.paragraph(Ink.PLAIN, 0, words.phrase(summary, summary(report)));
        if (report.grade() != Grade.UNDETERMINED) {
            page.paragraph(Ink.PLAIN, 0, words.phrase("grade.meaning." + report.grade()));
        }
        if (report.provisional()) {
            page.paragraph(Ink.PLAIN, 0, words.phrase("provisional"));
        }
        if (report.lab() != null) {
            page.paragraph(Ink.PLAIN, 0, words.phrase("lab"));
        }
    }

    private String verdict(Report report) {
        if (report.grade() != Grade.UNDETERMINED) {
            return words.phrase("grade.line", Map.of("grade", name(report.grade())));
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

    /** The grade's name in the language, and its word in JSON. */
    private String name(Grade grade) {
        String name =
                words.language() == Language.JA
                        ? grade.japanese()
                        : words.phrase("grade.name." + grade);
        return name + " (" + grade + ")";
    }

    /** In English the word of JSON alone: that line is promised to scripts. */
    private String soFar(Grade grade) {
        return words.language() == Language.EN ? grade.name() : name(grade);
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

    private static Map<String, String> summary(Report report) {
        return Map.of(
                "domain", shown(report.domain()),
                "score", String.valueOf(report.score()),
                "coverage", String.valueOf(report.scoreCoverage()),
                "time", report.finishedAt().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC"));
    }

    /** The A-label, and beside it the letters it stands for (RFC 5890, section 2.3.2.1). */
    private static String shown(String domain) {
        if (!domain.contains("xn--")) {
            return domain;
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder letters = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE).nameToUnicode(domain, letters, info);
        return info.hasErrors() ? domain : domain + " (" + letters + ")";
    }
}
