package dev.mailcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.RfcCitations.Citation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class RfcCitationsTest {
    @ParameterizedTest
    @MethodSource("wellFormed")
    void aCitationIsRead(String text, List<String> citations) {
        assertThat(RfcCitations.in(text)).extracting(Citation::toString).isEqualTo(citations);
        assertThat(RfcCitations.illFormedIn(text)).isEmpty();
    }

    static Stream<Arguments> wellFormed() {
        return Stream.of(
                cites("nothing of 7208 here"),
                cites("See RFC 7208.", "RFC 7208"),
                cites("(RFC 7208, section 4.6.4).", "RFC 7208, section 4.6.4"),
                cites("RFC 7208, section 3, and more", "RFC 7208, section 3"),
                cites("RFC 7208, section 3, 10 of them", "RFC 7208, section 3"),
                cites("RFC 8446, appendix D.4", "RFC 8446, section D.4"),
                cites(
                        "RFC 7208, sections 3.1, 3.2 and 4",
                        "RFC 7208, section 3.1",
                        "RFC 7208, section 3.2",
                        "RFC 7208, section 4"),
                cites("RFC 5321, section 5.1 and RFC 7505", "RFC 5321, section 5.1", "RFC 7505"),
                cites("/**\n     * RFC 7208,\n     * section 5.2.\n */", "RFC 7208, section 5.2"),
                cites("// RFC 7208, section\n    // 5.2", "RFC 7208, section 5.2"),
                cites("\"RFC 7208, \"\n        + \"section 5.2\"", "RFC 7208, section 5.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RFC7208",
                "RFC-7208",
                "RFC 7208 section 4",
                "RFC 7208, Section 4",
                "RFC 7208 §4.6",
                "RFC 7208, § 4.6",
                "RFC 7208 4.6.4",
                "RFC 7208, 4.6.4",
                "section 4.6.4 of RFC 7208",
                "RFC 7208\n * section 4"
            })
    void anotherFormIsFound(String text) {
        assertThat(RfcCitations.illFormedIn(text)).hasSize(1);
    }

    @Test
    void aConstantNamedAfterAnRfcIsNoCitation() {
        assertThat(RfcCitations.illFormedIn("RFC7208_CASES rfc7208-tests.yml")).isEmpty();
    }

    private static Arguments cites(String text, String... citations) {
        return Arguments.of(text, List.of(citations));
    }
}
