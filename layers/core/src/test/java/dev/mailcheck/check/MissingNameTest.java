package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class MissingNameTest {
    private static final CheckResult TLS_RPT =
            CheckResult.of(
                            CheckId.TLS_RPT,
                            List.of(Finding.of(FindingCode.TLS_RPT_ABSENT, "example.com")),
                            Map.of("name", "x"))
                    .excusedBy("SWITCHED_OFF");
    private static final Finding MISSING =
            Finding.of(FindingCode.DNS_DOMAIN_DOES_NOT_EXIST, "example.com");

    @Test
    void theMissingNameIsTheOnlyFindingAndNothingIsExcused() {
        CheckResult dns =
                CheckResult.of(
                        CheckId.DNS,
                        List.of(Finding.of(FindingCode.DNS_NOT_KNOWN, "example.com"), MISSING),
                        Map.of("soa", "none"));

        assertThat(MissingName.reduce(List.of(TLS_RPT, dns)))
                .containsExactly(
                        CheckResult.of(CheckId.TLS_RPT, List.of(), Map.of()),
                        CheckResult.of(CheckId.DNS, List.of(MISSING), Map.of("soa", "none")));
    }

    @Test
    void theOtherChecksDoNotApply() {
        CheckResult dns = CheckResult.of(CheckId.DNS, List.of(MISSING), Map.of());

        assertThat(MissingName.reduce(List.of(TLS_RPT, dns)))
                .extracting(CheckResult::status)
                .containsExactly(Status.NOT_APPLICABLE, Status.UNDETERMINED);
    }

    @Test
    void theResultsOfANameThatExistsStayAsTheyAre() {
        assertThat(MissingName.reduce(List.of(TLS_RPT))).containsExactly(TLS_RPT);
    }
}
