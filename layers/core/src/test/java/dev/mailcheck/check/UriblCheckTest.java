package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.URIBL_LISTED;
import static dev.mailcheck.check.FindingCode.URIBL_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.URIBL_NOT_LISTED;
import static dev.mailcheck.check.ListLab.DOMAIN;
import static dev.mailcheck.check.ListLab.codes;
import static dev.mailcheck.check.ListLab.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.dnsbl.ListUse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class UriblCheckTest {
    private static final String DBL = "dbl.spamhaus.org";

    @Test
    void theDomainAndItsRegisteredDomainAreLookedUp() {
        CheckResult result = new ListLab().uribl();

        assertThat(codes(result)).containsExactly("URIBL_NOT_LISTED", "URIBL_LIST_ANSWERS");
        assertThat(finding(result, URIBL_NOT_LISTED).arguments())
                .containsEntry("subjects", "www.example.com, example.com")
                .containsEntry("lists", "dbl.spamhaus.org, multi.surbl.org, multi.uribl.com");
    }

    @Test
    void aListedRegisteredDomainFails() {
        CheckResult result = new ListLab().put("example.com." + DBL, "A", "127.0.1.4").uribl();

        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(finding(result, URIBL_LISTED).subject()).isEqualTo("example.com");
        assertThat(finding(result, URIBL_LISTED).arguments())
                .containsEntry("list", DBL + "/phish")
                .containsEntry("reason", "LISTED_PHISHING");
    }

    @ParameterizedTest
    @CsvSource({
        "multi.uribl.com, 127.0.0.2, URIBL_LISTED",
        "multi.uribl.com, 127.0.0.4, URIBL_LISTED_AS_DOUBTFUL",
        "multi.uribl.com, 127.0.0.8, URIBL_LISTED_AS_DOUBTFUL",
        "multi.uribl.com, 127.0.0.1, URIBL_LIST_REFUSES_US",
        "multi.surbl.org, 127.0.0.64, URIBL_LISTED",
        "multi.surbl.org, 127.0.0.128, URIBL_LISTED_AS_DOUBTFUL",
        "dbl.spamhaus.org, 127.0.1.2, URIBL_LISTED",
        "dbl.spamhaus.org, 127.0.1.102, URIBL_LISTED_AS_DOUBTFUL",
        "dbl.spamhaus.org, 127.0.1.255, URIBL_LIST_REFUSES_US",
        "dbl.spamhaus.org, 127.255.255.254, URIBL_LIST_REFUSES_US",
        "dbl.spamhaus.org, 127.0.1.77, URIBL_ANSWER_UNKNOWN",
        "dbl.spamhaus.org, 203.0.113.80, URIBL_ANSWER_OF_NO_LIST",
    })
    void anAnswerMeansThis(String list, String answer, String code) {
        CheckResult result = new ListLab().put(DOMAIN + "." + list, "A", answer).uribl();

        assertThat(codes(result)).contains(code);
        assertThat(result.status() == Status.FAIL).isEqualTo(code.equals("URIBL_LISTED"));
    }

    @Test
    void aListWithoutTestNameIsNotBelieved() {
        CheckResult result =
                new ListLab()
                        .put("bl.example", "A", "192.0.2.7")
                        .put(DOMAIN + ".bl.example", "A", "127.0.0.2")
                        .uribl("bl.example")
                        .uribl();

        assertThat(codes(result)).containsExactly("URIBL_NOT_KNOWN", "URIBL_LIST_SILENT");
        assertThat(result.excuse()).contains("LISTS_SILENT");
    }

    @Test
    void aDeadListThatListsEverythingListsNobody() {
        CheckResult result =
                new ListLab()
                        .put("test.bl.example", "A", "127.0.0.2")
                        .put("invalid.bl.example", "A", "127.0.0.2")
                        .put(DOMAIN + ".bl.example", "A", "127.0.0.2")
                        .uribl("bl.example")
                        .uribl();

        assertThat(codes(result)).containsExactly("URIBL_NOT_KNOWN", "URIBL_LIST_LISTS_EVERYTHING");
    }

    @Test
    void aNamedListNeedsTheReservedTestNameOnly() {
        CheckResult result =
                new ListLab()
                        .put("test.bl.example", "A", "127.0.0.2")
                        .put(DOMAIN + ".bl.example", "A", "127.0.0.2")
                        .uribl("bl.example")
                        .uribl();

        assertThat(codes(result)).contains("URIBL_LISTED");
    }

    @Test
    void oneNameThatCouldNotBeAskedIsNotKnownBesideTheOther() {
        CheckResult result =
                new ListLab()
                        .fails(DOMAIN + "." + DBL, "TIMEOUT")
                        .fails(DOMAIN + ".multi.surbl.org", "TIMEOUT")
                        .fails(DOMAIN + ".multi.uribl.com", "TIMEOUT")
                        .uribl();

        assertThat(codes(result)).contains("URIBL_NOT_LISTED", "URIBL_NAME_NOT_KNOWN");
        assertThat(result.status()).isEqualTo(Status.PASS);
    }

    @Test
    void aServiceWithoutKeysMayAskNobody() {
        ListAccess service = new ListAccess(ListUse.SERVICE, List.of());

        CheckResult result = new ListLab().access(service).uribl();

        assertThat(codes(result)).containsExactly("URIBL_NOT_KNOWN", "URIBL_LIST_NOT_ASKED");
        assertThat(finding(result, URIBL_NOT_KNOWN).arguments())
                .containsEntry("reason", "LISTS_TERMS");
        assertThat(result.excuse()).contains("LISTS_TERMS");
    }

    @Test
    void switchedOffNothingIsAsked() {
        CheckResult result = new ListLab().uribl("none").uribl();

        assertThat(codes(result)).containsExactly("URIBL_NOT_KNOWN");
        assertThat(result.excuse()).contains("SWITCHED_OFF");
    }
}
