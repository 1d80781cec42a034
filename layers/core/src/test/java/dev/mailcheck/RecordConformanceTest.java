package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dmarc.DmarcRecord;
import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsRecord;
import dev.mailcheck.tlsrpt.TlsRptRecord;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The records of the conformance data, exactly. */
@NullMarked
class RecordConformanceTest {
    private static final List<String> KINDS =
            List.of("dmarc-record", "tlsrpt-record", "mtasts-record", "mtasts-policy");

    @TestFactory
    Stream<DynamicTest> eachRecordIsReadAsExpected() {
        return cases().map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    @Test
    void theDataHas39SuchRecords() {
        assertThat(cases()).hasSize(39);
    }

    private static Stream<Map<String, Object>> cases() {
        return SharedCases.in("records").stream()
                .filter(c -> KINDS.contains((String) get(c, "kind")));
    }

    private static void verify(Map<String, Object> c) {
        String text = (String) get(c, "text");
        Map<String, Object> read =
                switch ((String) get(c, "kind")) {
                    case "dmarc-record" -> dmarc(text);
                    case "tlsrpt-record" -> tlsRpt(text);
                    case "mtasts-record" -> mtaSts(text);
                    case "mtasts-policy" -> policy(text);
                    case String other -> throw new IllegalStateException(other);
                };
        assertThat(read).containsAllEntriesOf(map(get(c, "expect")));
    }

    private static Map<String, Object> dmarc(String text) {
        return Map.of(
                "valid",
                DmarcRecord.parse(text)
                        .filter(record -> record.standing() != DmarcRecord.Standing.UNUSABLE)
                        .isPresent());
    }

    private static Map<String, Object> tlsRpt(String text) {
        return Map.of("valid", TlsRptRecord.parse(text) instanceof TlsRptRecord.Valid);
    }

    private static Map<String, Object> mtaSts(String text) {
        return switch (MtaStsRecord.parse(text)) {
            case MtaStsRecord.Valid(String id) -> Map.of("valid", true, "id", id);
            case MtaStsRecord.Malformed malformed -> Map.of("valid", false);
        };
    }

    private static Map<String, Object> policy(String text) {
        return switch (MtaStsPolicy.parse(text)) {
            case MtaStsPolicy.Valid(var mode, long maxAge, var mx, var twice, var unknown) ->
                    Map.of(
                            "valid",
                            true,
                            "mode",
                            mode.name().toLowerCase(Locale.ROOT),
                            "max_age",
                            maxAge,
                            "mx",
                            mx);
            case MtaStsPolicy.Malformed malformed -> Map.of("valid", false);
        };
    }
}
