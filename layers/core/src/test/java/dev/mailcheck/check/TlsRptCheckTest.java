package dev.mailcheck.check;

import static dev.mailcheck.check.PolicyLab.judge;
import static dev.mailcheck.check.PolicyLab.proposals;
import static dev.mailcheck.check.PolicyLab.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Stream;

class TlsRptCheckTest {
    @TestFactory
    Stream<DynamicTest> theRecord() {
        return PolicyScenario.tests(
                scenario("none", "", "ABSENT"),
                scenario("another text, as a wildcard gives it", record("v=spf1 -all"), "ABSENT"),
                scenario("mail", record("v=TLSRPTv1; rua=mailto:t@example.com"), "RECORD_VALID"),
                scenario("web", record("v=TLSRPTv1;rua=https://example.com/t"), "RECORD_VALID"),
                scenario(
                        "another text beside it",
                        record("v=TLSRPTv1; rua=mailto:t@example.com") + record("x"),
                        "RECORD_VALID"),
                scenario("nobody to report to", record("v=TLSRPTv1"), "RECORD_MALFORMED"),
                scenario(
                        "the scheme forgotten",
                        record("v=TLSRPTv1; rua=t@example.com"),
                        "RECORD_MALFORMED"),
                scenario(
                        "one of two cannot be used",
                        record("v=TLSRPTv1; rua=mailto:t@example.com,nobody"),
                        "RECORD_MALFORMED"),
                scenario(
                        "small letters in the version",
                        record("v=tlsrptv1; rua=mailto:t@example.com"),
                        "RECORD_MALFORMED"),
                scenario(
                        "a record with another version does not count beside a sound one",
                        record("v=TLSRPTv1; rua=mailto:t@example.com")
                                + record("v=TLSRPTv0; rua=mailto:u@example.com"),
                        "RECORD_VALID"),
                scenario(
                        "two",
                        record("v=TLSRPTv1; rua=mailto:t@example.com")
                                + record("v=TLSRPTv1; rua=mailto:u@example.com"),
                        "SEVERAL_RECORDS"),
                scenario("no answer", "_smtp._tls.example.com TIMEOUT TXT", "NOT_KNOWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=TLSRPTv1; rua = mailto:t@example.com | v=TLSRPTv1; rua=mailto:t@example.com",
                "v=TLSRPTv1 rua=mailto:t@example.com    | ''",
                "v=tlsrptv1;; rua=t@example.com,x       | v=TLSRPTv1; rua=mailto:t@example.com"
            })
    void theSameWishesInTheRightFormAreProposed(String seen, String proposed) {
        CheckResult result = judge(new TlsRptCheck(), zone(record(seen)), PolicyLab.DOMAIN);
        assertThat(String.join("", proposals(result)))
                .isEqualTo(proposed.isEmpty() ? "" : "TLS_RPT_RECORD_MALFORMED: " + proposed);
    }

    private static String record(String text) {
        return "_smtp._tls.example.com TXT " + text + "\n";
    }

    private static PolicyScenario scenario(String fact, String zone, String code) {
        return PolicyScenario.of(new TlsRptCheck(), fact, zone, "TLS_RPT_" + code);
    }
}
