package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;

class SarifRendererTest {
    private static final Jsonb JSONB = Jsonb.builder().build();

    @Test
    void aResultIsAFindingThatIsNotInOrder() {
        List<?> results = results(new SampleReports(Language.EN).weak());

        assertThat(results)
                .extracting(result -> at(result, "ruleId"))
                .contains("SPF_TOO_MANY_LOOKUPS", "DMARC_POLICY_NONE", "MX_ADDRESS_SILENT")
                .doesNotContain("MX_EXISTS");
    }

    @ParameterizedTest
    @CsvSource({
        "SPF_TOO_MANY_LOOKUPS, fail, error",
        "DMARC_POLICY_NONE, fail, warning",
        "TLS_RPT_ABSENT, fail, note",
        "MX_ADDRESS_SILENT, open, none"
    })
    void theLevelIsWhatTheFindingDoesToTheGrade(String code, String kind, String level) {
        assertThat(results(new SampleReports(Language.EN).weak()))
                .filteredOn(result -> code.equals(at(result, "ruleId")))
                .isNotEmpty()
                .allSatisfy(result -> {
                    assertThat(at(result, "kind")).isEqualTo(kind);
                    assertThat(at(result, "level")).isEqualTo(level);
                });
    }

    @Test
    void everyResultNamesItsRuleItsSubjectAndAFileForCodeScanning() {
        Report weak = new SampleReports(Language.EN).weak();
        List<?> rules = (List<?>) at(run(weak), "tool", "driver", "rules");

        assertThat(results(weak))
                .allSatisfy(result -> {
                    int index = ((Number) at(result, "ruleIndex")).intValue();
                    Object location = ((List<?>) at(result, "locations")).getFirst();
                    Object logical = ((List<?>) at(location, "logicalLocations")).getFirst();
                    assertThat(at(rules.get(index), "id")).isEqualTo(at(result, "ruleId"));
                    assertThat(at(location, "physicalLocation", "artifactLocation", "uri"))
                            .isEqualTo("example.com");
                    assertThat((String) at(logical, "fullyQualifiedName"))
                            .startsWith("example.com/")
                            .endsWith("/" + at(logical, "name"));
                });
    }

    @Test
    void aRuleSaysWhatItMeansAndHowItIsMended() {
        Object rule =
                ((List<?>)
                                at(
                                        run(new SampleReports(Language.EN).weak()),
                                        "tool",
                                        "driver",
                                        "rules"))
                        .stream()
                                .filter(r -> "SPF_TOO_MANY_LOOKUPS".equals(at(r, "id")))
                                .findFirst()
                                .orElseThrow();

        assertThat((String) at(rule, "fullDescription", "text")).isNotBlank();
        assertThat((String) at(rule, "help", "text")).isNotBlank();
        assertThat(at(rule, "helpUri"))
                .isEqualTo("https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4");
        assertThat(at(rule, "defaultConfiguration", "level")).isEqualTo("error");
    }

    @Test
    void aFingerprintIsOfTheFaultAndNotOfItsWords() {
        List<Object> english = fingerprints(new SampleReports(Language.EN).weak());
        List<Object> japanese = fingerprints(new SampleReports(Language.JA).weak());

        assertThat(english).isEqualTo(japanese).doesNotHaveDuplicates();
    }

    private static List<Object> fingerprints(Report report) {
        return results(report).stream()
                .<Object>map(result -> at(result, "partialFingerprints", "finding/v1"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "macro %{i} | macro %{{i}}",
                "[bank](http://evil.example) | [bank] (http://evil.example)",
                "[IPv6:::1] | [IPv6:::1]"
            })
    void messagesHoldNoPlaceAndNoLinkOfTheCheckedSide(String text, String written) {
        assertThat(SarifText.of(text)).isEqualTo(written);
    }

    static List<String> payloads() {
        return Payloads.all();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingOfTheCheckedSideReachesTheTerminalAsACommand(String payload) {
        String sarif = sarif(HostileReport.of(payload));

        assertThat(sarif.replace("\n", "").codePoints()).noneMatch(TerminalText::isActive);
        assertThat(results(HostileReport.of(payload))).hasSize(3);
    }

    private static List<?> results(Report... reports) {
        return (List<?>) at(run(reports), "results");
    }

    private static Object run(Report... reports) {
        Object log = JSONB.type(Object.class).fromJson(sarif(reports));
        return Objects.requireNonNull(((List<?>) at(log, "runs")).getFirst());
    }

    private static Object at(Object json, String... path) {
        Object value = json;
        for (String name : path) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
        }
        return value;
    }

    private static String sarif(Report... reports) {
        return new SarifRenderer(new Words(Language.EN), JSONB).render(List.of(reports));
    }
}
