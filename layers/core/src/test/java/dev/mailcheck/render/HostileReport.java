package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;
import dev.mailcheck.report.Report.Outlook;
import dev.mailcheck.report.Report.StrictSender;
import dev.mailcheck.report.Report.VantageView;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report that has the same text wherever a report can have a text of the checked side. */
final class HostileReport {
    private HostileReport() {}

    static Report of(String text) {
        return new Report(
                "mailcheck-report/1",
                text,
                "domain",
                text,
                "2026-11-22T10:00:00Z",
                "2026-11-22T10:00:02.345Z",
                "mailcheck 1.0.0",
                "1",
                true,
                Grade.MAIL_SYSTEM_NEEDS_WORK,
                Grade.SECURE,
                true,
                50,
                50,
                List.of(
                        new NotTested(CheckId.ARC, text),
                        new NotTested(CheckId.MX, "LIMIT", List.of(text))),
                new VantageView(text, true, text, text),
                List.of(new Outlook(text, text, text, 1)),
                List.of(new StrictSender(text, text, text, text, text)),
                null,
                null,
                List.of(check(text)));
    }

    private static CheckView check(String text) {
        List<FindingView> findings =
                Arrays.stream(Status.values()).map(status -> finding(status, text)).toList();
        return new CheckView(
                CheckId.SPF, Status.FAIL, Level.REQUIRED, 41, findings, evidence(text));
    }

    private static FindingView finding(Status status, String text) {
        return new FindingView(
                "SPF_" + status,
                status,
                Level.REQUIRED,
                text,
                Map.of("reason", text, "name", text),
                text,
                new Fix(text, new ProposedRecord(text, text, text), text),
                text);
    }

    private static Map<String, Object> evidence(String text) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("who", text);
        said.put("text", text);
        said.put("millis", 5L);
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put(text, text);
        evidence.put("transcript", List.of(said));
        evidence.put("rows", List.of(Map.of("owner", text, "data" + text, text)));
        evidence.put("nested", Map.of(text, List.of(text, List.of(Map.of(text, Map.of())))));
        return evidence;
    }
}
