package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;

class JsonRendererTest {
    private final Jsonb jsonb = Jsonb.builder().build();
    private final JsonRenderer renderer = new JsonRenderer(jsonb);

    @Test
    void theJsonOfAReportHasThisForm() {
        GoldenFile.of("report.json").mustEqual(renderer.render(List.of(sample())));
    }

    @Test
    void aSingleReportIsIndentedAndSaysTheSame() {
        String indented = renderer.render(List.of(sample()));

        assertThat(indented)
                .startsWith("{\n  \"schema\": \"mailcheck-report/1\",\n")
                .endsWith("\n}\n");
        assertThat(parsed(indented)).isEqualTo(parsed(renderer.line(sample())));
    }

    @Test
    void severalReportsAreJsonLines() {
        String lines = renderer.render(List.of(sample(), sample()));

        assertThat(lines).isEqualTo(renderer.line(sample()).repeat(2));
        assertThat(lines.lines()).hasSize(2);
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(renderer.line(sample())).doesNotContain("\"lab\"").doesNotContain("null");
    }

    @Test
    void aReportCanBeReadBack() {
        Report sample = sample();

        assertThat(jsonb.type(Report.class).fromJson(renderer.line(sample)).checks())
                .extracting(CheckView::findings)
                .isEqualTo(sample.checks().stream().map(CheckView::findings).toList());
    }

    static List<String> payloads() {
        return Payloads.all().stream().filter(text -> !hasLoneSurrogate(text)).toList();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void everyPayloadComesBackAsItWasAndReachesNoTerminalAsACommand(String payload) {
        Report report = hostile(payload);

        for (String json : List.of(renderer.render(List.of(report)), renderer.line(report))) {
            assertThat(json.replace("\n", "").codePoints()).noneMatch(TerminalText::isActive);
            FindingView back =
                    jsonb.type(Report.class)
                            .fromJson(json)
                            .checks()
                            .getFirst()
                            .findings()
                            .getFirst();
            assertThat(back.message()).isEqualTo(payload);
            assertThat(back.arguments()).isEqualTo(Map.of("text", payload));
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= 0xd800 && c < 0xe000);
    }

    private static Report hostile(String payload) {
        FindingView finding =
                new FindingView(
                        "TLS_RPT_ABSENT",
                        Status.WARN,
                        Level.OPTIONAL,
                        payload,
                        Map.of("text", payload),
                        payload,
                        null,
                        "");
        CheckView check =
                new CheckView(
                        CheckId.TLS_RPT,
                        Status.WARN,
                        Level.OPTIONAL,
                        0,
                        List.of(finding),
                        Map.of("data", List.of(payload)));
        Report sample = sample();
        return SampleReports.report(
                sample.grade(), sample.grade(), 1, 1, sample.vantage(), List.of(), check);
    }

    private static Report sample() {
        return new SampleReports(Language.EN).halfSeen();
    }

    private Object parsed(String json) {
        return jsonb.type(Object.class).fromJson(json);
    }
}
