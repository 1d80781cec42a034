package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.message.AuthenticationResults;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Authentication-Results fields of the conformance data; properties not listed are free. */
@NullMarked
class AuthenticationResultsConformanceTest {
    @TestFactory
    Stream<DynamicTest> eachFieldIsReadAsExpected() {
        return SharedCases.in("authres").stream()
                .map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    @Test
    void theDataHas31Fields() {
        assertThat(SharedCases.in("authres")).hasSize(31);
    }

    private static void verify(Map<String, Object> c) {
        AuthenticationResults read =
                AuthenticationResults.parse((String) get(c, "header")).orElseThrow();
        verify(read, map(get(map(get(c, "expect")), "authres")));
        AuthenticationResults again = AuthenticationResults.parse(read.value()).orElseThrow();
        verify(again, map(get(map(get(c, "expect")), "authres")));
    }

    private static void verify(AuthenticationResults read, Map<String, Object> expected) {
        List<?> results = (List<?>) get(expected, "results");

        assertThat(read.authservId()).isEqualTo(get(expected, "authserv_id"));
        assertThat(read.results()).hasSameSizeAs(results);
        for (int i = 0; i < results.size(); i++) {
            Map<String, Object> result = map(results.get(i));
            assertThat(read.results().get(i).method()).isEqualTo(get(result, "method"));
            assertThat(read.results().get(i).result()).isEqualTo(get(result, "result"));
            assertThat(Map.<String, Object>copyOf(read.results().get(i).properties()))
                    .containsAllEntriesOf(map(get(result, "props")));
        }
    }
}
