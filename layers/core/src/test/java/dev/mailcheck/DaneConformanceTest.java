package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dane.DaneMatching;
import dev.mailcheck.dane.DaneResult;
import dev.mailcheck.dane.ServedChain;
import dev.mailcheck.dane.TlsaRecord;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** TLSA records against chains, as openssl judged them. */
@NullMarked
class DaneConformanceTest {
    @TestFactory
    Stream<DynamicTest> theChainIsJudgedAsExpected() {
        return SharedCases.in("dane").stream()
                .map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    private static void verify(Map<String, Object> c) {
        DaneResult result =
                DaneMatching.of(
                        texts(c, "tlsa").map(data -> TlsaRecord.parse(data).orElseThrow()).toList(),
                        ServedChain.of(
                                texts(c, "chain_pem").map(DaneConformanceTest::base64).toList(),
                                List.of((String) get(c, "mx")),
                                Instant.parse((String) get(c, "clock"))));

        assertThat(word(result)).isEqualTo(get(map(get(c, "expect")), "dane"));
    }

    private static Stream<String> texts(Map<String, Object> c, String name) {
        return ((List<?>) get(c, name)).stream().map(String.class::cast);
    }

    private static String base64(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    private static String word(DaneResult result) {
        return switch (result) {
            case DaneResult.Match match -> "match";
            case DaneResult.NoMatch noMatch -> "fail";
            case DaneResult.Unusable unusable -> "unusable";
            case DaneResult.NotComputed notComputed -> "not computed";
        };
    }
}
