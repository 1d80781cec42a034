package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DKIM_KEY_VALID;
import static dev.mailcheck.check.FindingCode.DKIM_NOT_SEEN;
import static dev.mailcheck.check.FindingCode.DKIM_TEST_MODE;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class JoinedResultsTest {
    private static final CheckResult MAIL =
            result(DKIM_KEY_VALID, Map.of("result", "pass", "signatures", List.of()));

    @Test
    void theMailAndTheDomainAreOneResult() {
        CheckResult domain = result(DKIM_TEST_MODE, Map.of("selectors", List.of("s1")));

        CheckResult joined = JoinedResults.of(List.of(MAIL, domain)).getFirst();

        assertThat(joined.findings())
                .extracting(Finding::code)
                .containsExactly(DKIM_KEY_VALID, DKIM_TEST_MODE);
        assertThat(joined.evidence())
                .containsEntry("result", "pass")
                .containsEntry("published", Map.of("selectors", List.of("s1")));
    }

    @Test
    void whatOnlyAMailTellsIsToldByTheMail() {
        CheckResult domain = result(DKIM_NOT_SEEN, Map.of()).excusedBy("NEEDS_MAIL");

        assertThat(JoinedResults.of(List.of(MAIL, domain))).containsExactly(MAIL);
    }

    @Test
    void checksThatOnlyOneOfThemHasStayAsTheyAreInTheOrderOfTheReport() {
        CheckResult arc = CheckResult.of(CheckId.ARC, List.of(), Map.of());
        CheckResult relay = CheckResult.of(CheckId.RELAY, List.of(), Map.of());

        assertThat(JoinedResults.of(List.of(arc, MAIL, relay))).containsExactly(relay, MAIL, arc);
    }

    @Test
    void whatOneHalfCouldNotSeeIsExcusedWhereTheOtherHasNothingToSay() {
        CheckResult noLinks = lists(FindingCode.URIBL_NO_LINKS);
        CheckResult silent = lists(FindingCode.URIBL_NOT_KNOWN).excusedBy("LISTS_SILENT");
        CheckResult listed = lists(FindingCode.URIBL_LINK_LISTED);

        assertThat(JoinedResults.of(List.of(noLinks, silent)).getFirst().excuse())
                .contains("LISTS_SILENT");
        assertThat(JoinedResults.of(List.of(silent, silent)).getFirst().excuse())
                .contains("LISTS_SILENT");
        assertThat(JoinedResults.of(List.of(listed, silent)).getFirst().excuse()).isEmpty();
        assertThat(JoinedResults.of(List.of(noLinks, noLinks)).getFirst().excuse()).isEmpty();
    }

    private static CheckResult lists(FindingCode code) {
        return CheckResult.of(CheckId.URIBL, List.of(Finding.of(code, "example.com")), Map.of());
    }

    private static CheckResult result(FindingCode code, Map<String, Object> evidence) {
        return CheckResult.of(
                CheckId.DKIM, List.of(Finding.of(code, "s1._domainkey.example.com")), evidence);
    }
}
