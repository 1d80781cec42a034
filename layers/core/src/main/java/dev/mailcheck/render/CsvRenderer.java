package dev.mailcheck.render;

import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table for spreadsheets (RFC 4180): a row for each finding, under one row of names. It begins
 * with a byte order mark, without which spreadsheets take UTF-8 for the code page of the country.
 */
public final class CsvRenderer implements Renderer {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private static final List<String> NAMES =
            List.of(
                    "domain",
                    "checked_at",
                    "grade",
                    "score",
                    "check",
                    "code",
                    "status",
                    "level",
                    "subject",
                    "message",
                    "fix",
                    "record_name",
                    "record_type",
                    "record_value",
                    "reference");

    @Override
    public String render(List<Report> reports) {
        StringBuilder table = new StringBuilder(BYTE_ORDER_MARK).append(row(NAMES.stream()));
        for (Report report : reports) {
            for (CheckView check : report.checks()) {
                check.findings().forEach(finding -> table.append(row(report, check, finding)));
            }
        }
        return table.toString();
    }

    private static String row(Report report, CheckView check, FindingView finding) {
        Optional<Fix> fix = Optional.ofNullable(finding.fix());
        Optional<ProposedRecord> record = fix.flatMap(f -> Optional.ofNullable(f.record()));
        String[] cells = {
            report.domain(),
            report.finishedAt(),
            report.grade().name(),
            report.scoreCoverage() == 0 ? "" : String.valueOf(report.score()),
            check.id().word(),
            finding.code(),
            finding.status().name(),
            finding.level().name(),
            finding.subject(),
            finding.message(),
            fix.map(Fix::text).orElse(""),
            record.map(ProposedRecord::name).orElse(""),
            record.map(ProposedRecord::type).orElse(""),
            record.map(ProposedRecord::value).orElse(""),
            finding.reference()
        };
        return row(Arrays.stream(cells));
    }

    private static String row(Stream<String> cells) {
        return cells.map(CsvText::of).collect(Collectors.joining(",")) + LINE_END;
    }
}
