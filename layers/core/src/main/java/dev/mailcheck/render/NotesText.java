package dev.mailcheck.render;

import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.Outlook;
import dev.mailcheck.report.Report.VantageView;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The foot of a report: from where it was seen, and where to read on. */
final class NotesText {
    /** Of what lies ahead, the soonest are enough. */
    private static final int FORESEEN = 5;

    private final Words words;

    NotesText(Words words) {
        this.words = words;
    }

    void write(Report report, Page page) {
        List<ProposedRecord> proposed = proposed(report);
        outlook(report, page);
        if (!proposed.isEmpty()) {
            page.blank();
        }
        if (concernOneRecord(proposed)) {
            page.paragraph(Ink.PLAIN, 0, words.phrase("one.by.one"));
        }
        if (!proposed.isEmpty()) {
            Map<String, String> domain = Map.of("domain", report.domain());
            page.line(Ink.PLAIN, 0, words.phrase("try.record", domain));
        }
        page.blank().paragraph(Ink.FAINT, 0, vantage(report.vantage()));
        page.line(Ink.FAINT, 0, words.phrase("read.on"));
    }

    private void outlook(Report report, Page page) {
        if (!report.outlook().isEmpty()) {
            page.blank().line(Ink.HEADING, 0, words.phrase("outlook"));
            report.outlook().stream()
                    .limit(FORESEEN)
                    .forEach(outlook -> page.hanging(Ink.PLAIN, " -  ", Ink.PLAIN, text(outlook)));
        }
    }

    private String text(Outlook outlook) {
        return words.phrase(
                "outlook." + outlook.event(),
                Map.of(
                        "subject", outlook.subject(),
                        "days", String.valueOf(outlook.days()),
                        "at", outlook.at().replaceFirst("T.*", "")));
    }

    private static List<ProposedRecord> proposed(Report report) {
        return report.checks().stream()
                .flatMap(check -> check.findings().stream())
                .flatMap(finding -> Optional.ofNullable(finding.fix()).stream())
                .flatMap(fix -> Optional.ofNullable(fix.record()).stream())
                .distinct()
                .toList();
    }

    private static boolean concernOneRecord(List<ProposedRecord> proposed) {
        return proposed.stream().map(r -> r.name() + " " + r.type()).distinct().count()
                < proposed.size();
    }

    private String vantage(VantageView from) {
        return words.phrase(
                "vantage",
                Map.of(
                        "port25", words.phrase("vantage.port25." + from.port25()),
                        "ipv6", words.phrase("vantage.ipv6." + from.ipv6()),
                        "resolver", words.phrase("vantage.resolver." + from.resolver())));
    }
}
