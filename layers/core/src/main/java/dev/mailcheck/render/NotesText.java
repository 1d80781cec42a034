package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.VantageView;
import dev.mailcheck.report.Words;

import java.util.Map;

/** The foot of a report: from where it was seen, and where to read on. */
final class NotesText {
    private final Words words;

    NotesText(Words words) {
        this.words = words;
    }

    void write(Report report, Page page) {
        page.blank().paragraph(Ink.FAINT, 0, vantage(report.vantage()));
        if (report.checks().stream().anyMatch(NotesText::proposesRecord)) {
            String command = words.phrase("try.record", Map.of("domain", report.domain()));
            page.line(Ink.FAINT, 0, command);
        }
        page.line(Ink.FAINT, 0, words.phrase("read.on"));
    }

    private String vantage(VantageView from) {
        return words.phrase(
                "vantage",
                Map.of(
                        "port25", words.phrase("vantage.port25." + from.port25()),
                        "ipv6", words.phrase("vantage.ipv6." + from.ipv6()),
                        "resolver", words.phrase("vantage.resolver." + from.resolver())));
    }

    private static boolean proposesRecord(CheckView check) {
        return check.findings().stream().anyMatch(f -> f.fix() != null && f.fix().record() != null);
    }
}
