package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.ReportReader;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report that was stored as JSON comes back as it was, but for its id. */
class ReportReaderTest {
    private static final Jsonb JSONB = Jsonb.instance();

    @ParameterizedTest
    @ValueSource(strings = {"sound", "weak", "halfSeen", "missing"})
    void aReportComesBackAsItWas(String name) {
        Report report = TextRendererTest.report(name, Language.JA);

        assertThat(json(readBack(report, report.id()))).isEqualTo(json(report));
    }

    @ParameterizedTest
    @MethodSource("encodable")
    void whateverTextItsFindingsHold(String text) {
        Report report = HostileReport.of(text);
        Report back = readBack(report, report.id());

        assertThat(back.domain()).isEqualTo(report.domain());
        assertThat(back.strictSenders()).isEqualTo(report.strictSenders());
        assertThat(back.checks().getFirst().findings())
                .isEqualTo(report.checks().getFirst().findings());
    }

    @Test
    void whatOnlyAMailHasComesBackToo() {
        Report of = new SampleReports(Language.EN).weak();
        Report mail =
                new Report(
                        of.schema(),
                        of.id(),
                        "mail",
                        of.domain(),
                        of.startedAt(),
                        of.finishedAt(),
                        of.tool(),
                        of.rules(),
                        true,
                        of.grade(),
                        of.gradeSoFar(),
                        of.provisional(),
                        of.score(),
                        of.scoreCoverage(),
                        of.notTested(),
                        of.vantage(),
                        of.outlook(),
                        of.strictSenders(),
                        null,
                        "mx.example; spf=pass",
                        of.checks());

        assertThat(json(readBack(mail, mail.id()))).isEqualTo(json(mail));
    }

    @Test
    void itIsCalledWhatItIsCalledHere() {
        Report report = new SampleReports(Language.EN).weak();

        assertThat(readBack(report, "0123").id()).isEqualTo("0123");
    }

    /** What came as bytes has no half of a character. */
    static List<String> encodable() {
        return Payloads.all().stream()
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .toList();
    }

    private static Report readBack(Report report, String id) {
        return new ReportReader(JSONB).read(json(report), id);
    }

    private static String json(Report report) {
        return new JsonRenderer(JSONB).render(List.of(report));
    }
}
