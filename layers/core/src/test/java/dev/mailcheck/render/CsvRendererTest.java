package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

class CsvRendererTest {
    @Test
    void aRowForEachFindingStandsUnderOneRowOfNames() {
        Report weak = new SampleReports(Language.JA).weak();
        List<List<String>> rows = rows(weak, weak);
        int findings = weak.checks().stream().mapToInt(check -> check.findings().size()).sum();

        assertThat(rows).hasSize(1 + 2 * findings).allMatch(row -> row.size() == 15);
        assertThat(rows.getFirst()).startsWith("domain", "checked_at", "grade").contains("fix");
        assertThat(rows)
                .anySatisfy(row ->
                        assertThat(row)
                                .contains(
                                        "example.com",
                                        "MAIL_SYSTEM_NEEDS_WORK",
                                        "DMARC_POLICY_NONE",
                                        "_dmarc.example.com.",
                                        "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"));
    }

    @Test
    void itBeginsWithAByteOrderMarkAndItsLinesEndWithBothCharacters() {
        String table = table(new SampleReports(Language.EN).sound());

        assertThat(table).startsWith("\uFEFF\"domain\",").endsWith("\"\r\n");
        assertThat(table.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=cmd!A0 | '=cmd!A0",
                "+1 | '+1",
                "-1 | '-1",
                "@SUM(A1) | '@SUM(A1)",
                "＝1 | '＝1",
                "` =1` | `' =1`",
                "`\t=1` | \\x09=1",
                "v=spf1 -all | v=spf1 -all",
                "a\"b | a\"\"b"
            })
    void aCellIsNeverAFormula(String text, String cell) {
        assertThat(CsvText.of(text)).isEqualTo('"' + cell + '"');
    }

    static List<String> payloads() {
        return Payloads.all();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingOfTheCheckedSideLeavesItsCellOrIsComputed(String payload) {
        List<List<String>> rows = rows(HostileReport.of(payload));

        assertThat(rows).hasSize(6).allMatch(row -> row.size() == 15);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row).noneMatch(cell -> cell.matches("(?s)\\s*[=+@-].*")));
    }

    private static String table(Report... reports) {
        return new CsvRenderer().render(List.of(reports));
    }

    /** As RFC 4180 reads it. */
    private static List<List<String>> rows(Report... reports) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String table = table(reports).substring(1);
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            boolean doubled =
                    quoted && c == '"' && i + 1 < table.length() && table.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
