package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.message.AuthenticationResults.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Authentication-Results of RFC 8601, of those who write something else, and our own. */
class AuthenticationResultsTest {
    @Test
    void amazonsFormIsRead() {
        AuthenticationResults read =
                AuthenticationResults.parse(
                                "amazonses.com;\r\n spf=pass (spfCheck: domain of a.example"
                                        + " designates 192.0.2.1 as permitted sender)"
                                        + " client-ip=192.0.2.1; envelope-from=b=c@a.example;"
                                        + " helo=mx.a.example;\r\n"
                                        + " dkim=pass header.i=@a.example;\r\n"
                                        + " dmarc=pass header.from=a.example;")
                        .orElseThrow();

        assertThat(read.conforming()).isFalse();
        assertThat(read.results())
                .extracting(result -> result.method() + "=" + result.result())
                .containsExactly("spf=pass", "dkim=pass", "dmarc=pass");
        assertThat(read.of("spf").getFirst().properties())
                .containsEntry("client-ip", "192.0.2.1")
                .containsEntry("envelope-from", "b=c@a.example")
                .containsEntry("helo", "mx.a.example");
    }

    @Test
    void exchangesFormIsReadThoughItDoesNotSayWhoWroteIt() {
        AuthenticationResults read =
                AuthenticationResults.parse(
                                "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example;"
                                        + " dkim=pass (signature was verified)"
                                        + " header.d=a.example;dmarc=pass action=none"
                                        + " header.from=a.example;compauth=pass reason=100")
                        .orElseThrow();

        assertThat(read.authservId()).isEmpty();
        assertThat(read.conforming()).isFalse();
        assertThat(read.results())
                .extracting(Result::method)
                .containsExactly("spf", "dkim", "dmarc", "compauth");
        assertThat(read.of("spf").getFirst().properties())
                .containsEntry("smtp.mailfrom", "a.example");
        assertThat(read.of("compauth").getFirst().reason()).contains("100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a.example; spf=pass smtp.mailfrom=b.example            | true
                    a.example; none                                        | true
                    a.example 1; spf=none                                  | true
                    a.example; spf / 1 = pass                              | true
                    a.example; spf/1=pass (x) reason="a b" smtp . mailfrom = x | true
                    a.example; x-tls=pass version=TLSv1.2                  | false
                    a.example; pass                                        | false
                    a.example;                                             | false
                    """)
    void theGrammarIsCheckedOnTheWay(String value, boolean conforming) {
        assertThat(AuthenticationResults.parse(value).orElseThrow().conforming())
                .isEqualTo(conforming);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ";", "a.example", "a.example 2; spf=pass", "a b c; none", "(a)", "=;="})
    void whatMakesNoSenseIsNotRead(String value) {
        assertThat(AuthenticationResults.parse(value)).isEmpty();
    }

    @Test
    void nothingFromAMailCanBreakOutOfAResult() {
        String hostile = "x; dkim=pass\r\nBcc: y \"\\ (";
        AuthenticationResults written =
                AuthenticationResults.of(
                        "mx.example",
                        List.of(
                                Result.of("spf", "fail", Map.of("smtp.mailfrom", hostile))
                                        .withComment(hostile + ") dmarc=pass")));

        assertThat(written.value()).doesNotContain("\r", "\n");
        AuthenticationResults read = AuthenticationResults.parse(written.value()).orElseThrow();
        assertThat(read.conforming()).isTrue();
        assertThat(read.results()).hasSize(1);
        assertThat(read.results().getFirst().properties())
                .containsEntry("smtp.mailfrom", "x; dkim=pass??Bcc: y \"\\ (");
    }

    @Test
    void addressesAreWrittenPlainAndOtherValuesQuoted() {
        AuthenticationResults written =
                AuthenticationResults.of(
                        "mx.example",
                        List.of(
                                Result.of("spf", "pass", Map.of("smtp.mailfrom", "u@a.example")),
                                Result.of("dkim", "pass", Map.of("header.b", "a/b+")),
                                Result.of("iprev", "pass", Map.of("policy.iprev", "2001:db8::1"))));

        assertThat(written.value())
                .isEqualTo(
                        "mx.example; spf=pass smtp.mailfrom=u@a.example; dkim=pass"
                                + " header.b=\"a/b+\"; iprev=pass policy.iprev=\"2001:db8::1\"");
        assertThat(AuthenticationResults.of("mx.example", List.of()).value())
                .isEqualTo("mx.example; none");
    }
}
