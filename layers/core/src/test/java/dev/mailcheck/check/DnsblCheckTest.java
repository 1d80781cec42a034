package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSBL_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_LISTED;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_NOT_ASKED;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_REFUSES_US;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_SILENT;
import static dev.mailcheck.check.FindingCode.DNSBL_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_NOT_LISTED;
import static dev.mailcheck.check.ListLab.FIRST;
import static dev.mailcheck.check.ListLab.SECOND;
import static dev.mailcheck.check.ListLab.SIXTH;
import static dev.mailcheck.check.ListLab.codes;
import static dev.mailcheck.check.ListLab.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.dnsbl.ListUse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class DnsblCheckTest {
    private static final String ZEN = "zen.spamhaus.org";
    private static final String SPAMCOP = "bl.spamcop.net";

    @Test
    void addressesThatNoListHasPassAndSilentListsAreNamed() {
        CheckResult result = new ListLab().dnsbl();

        assertThat(codes(result))
                .containsExactly("DNSBL_NOT_LISTED", "DNSBL_LIST_ANSWERS", "DNSBL_LIST_SILENT");
        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(result.excuse()).isEmpty();
        assertThat(finding(result, DNSBL_NOT_LISTED).arguments())
                .containsEntry("subjects", FIRST + ", " + SECOND)
                .containsEntry("lists", ZEN + ", " + SPAMCOP + ", b.barracudacentral.org");
        assertThat(finding(result, DNSBL_LIST_SILENT).arguments())
                .containsEntry("reason", "NO_TEST_ENTRY")
                .containsEntry(
                        "lists",
                        "psbl.surriel.com, bl.mailspike.net, dnsbl-1.uceprotect.net,"
                                + " dnsbl.dronebl.org");
    }

    @Test
    void aListingAtAMajorListFailsWithTheWayOffThatList() {
        CheckResult result =
                new ListLab()
                        .lists(ZEN, FIRST, "127.0.0.2", "127.0.0.9")
                        .put(
                                "1.2.0.192." + ZEN,
                                "TXT",
                                "https://www.spamhaus.org/query/ip/" + FIRST)
                        .dnsbl();

        Finding listed = finding(result, DNSBL_LISTED);
        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.level()).isEqualTo(Level.REQUIRED);
        assertThat(listed.subject()).isEqualTo(FIRST);
        assertThat(listed.arguments())
                .containsEntry("list", ZEN + "/SBL")
                .containsEntry("reason", "LISTED_SPAM")
                .containsEntry("page", "https://check.spamhaus.org/")
                .containsEntry(
                        "said", "127.0.0.2 127.0.0.9 https://www.spamhaus.org/query/ip/" + FIRST);
        assertThat(finding(result, DNSBL_NOT_LISTED).arguments()).containsEntry("subjects", SECOND);
    }

    @Test
    void manyAddressesOnOneListForOneCauseAreOneFinding() {
        CheckResult result =
                new ListLab()
                        .lists(SPAMCOP, FIRST, "127.0.0.2")
                        .lists(SPAMCOP, SECOND, "127.0.0.2")
                        .dnsbl();

        assertThat(result.findings()).filteredOn(f -> f.code() == DNSBL_LISTED).hasSize(1);
        assertThat(finding(result, DNSBL_LISTED).arguments())
                .containsEntry("subjects", FIRST + ", " + SECOND);
        assertThat(codes(result)).doesNotContain("DNSBL_NOT_LISTED");
    }

    @Test
    void aMinorListWarns() {
        CheckResult result =
                new ListLab()
                        .works("psbl.surriel.com")
                        .lists("psbl.surriel.com", FIRST, "127.0.0.2")
                        .dnsbl();

        assertThat(codes(result)).contains("DNSBL_LISTED_BY_MINOR_LIST", "DNSBL_NOT_LISTED");
        assertThat(result.status()).isEqualTo(Status.WARN);
    }

    @Test
    void aListThatWasNamedCountsAsMajor() {
        CheckResult result =
                new ListLab()
                        .works("psbl.surriel.com")
                        .lists("psbl.surriel.com", FIRST, "127.0.0.2")
                        .dnsbl("psbl.surriel.com")
                        .dnsbl();

        assertThat(codes(result))
                .containsExactly("DNSBL_NOT_LISTED", "DNSBL_LISTED", "DNSBL_LIST_ANSWERS");
    }

    @Test
    void aListThatNobodyKnowsIsJudgedByTheRulesForAll() {
        CheckResult result =
                new ListLab()
                        .works("bl.example")
                        .lists("bl.example", FIRST, "127.0.0.42")
                        .dnsbl("bl.example")
                        .dnsbl();

        assertThat(finding(result, DNSBL_LISTED).arguments())
                .containsEntry("reason", "LISTED_WITHOUT_CAUSE")
                .containsEntry("page", "bl.example");
    }

    @Test
    void aPolicyListIsNoBlameToAHostOfWhichItIsNotKnownThatItSends() {
        CheckResult result = new ListLab().lists(ZEN, FIRST, "127.0.0.10").dnsbl();

        assertThat(codes(result)).contains("DNSBL_LISTED_BY_POLICY").doesNotContain("DNSBL_LISTED");
        assertThat(result.status()).isEqualTo(Status.WARN);
    }

    @Test
    void aListThatRefusesUsListsNobody() {
        CheckResult result =
                new ListLab()
                        .lists(ZEN, "127.0.0.2", "127.255.255.254")
                        .lists(ZEN, "127.0.0.1", "127.255.255.254")
                        .lists(ZEN, FIRST, "127.255.255.254")
                        .dnsbl();

        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(finding(result, DNSBL_LIST_REFUSES_US).arguments())
                .containsEntry("lists", ZEN)
                .containsEntry("answer", "127.255.255.254");
    }

    @Test
    void aListThatBeginsToRefuseUsWithinTheCheckListsNobody() {
        CheckResult result = new ListLab().lists(ZEN, FIRST, "127.255.255.255").dnsbl();

        assertThat(codes(result))
                .containsExactly(
                        "DNSBL_NOT_LISTED",
                        "DNSBL_LIST_ANSWERS",
                        "DNSBL_LIST_SILENT",
                        "DNSBL_LIST_REFUSES_US");
    }

    @Test
    void aDeadListThatListsEverythingListsNobody() {
        CheckResult result =
                new ListLab()
                        .lists(SPAMCOP, "127.0.0.1", "127.0.0.2")
                        .lists(SPAMCOP, FIRST, "127.0.0.2")
                        .lists(SPAMCOP, SECOND, "127.0.0.2")
                        .dnsbl();

        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(codes(result))
                .contains("DNSBL_LIST_LISTS_EVERYTHING")
                .doesNotContain("DNSBL_LISTED");
    }

    @Test
    void anAnswerOutsideTheNetworkOfListsIsNoListing() {
        CheckResult result =
                new ListLab()
                        .lists(SPAMCOP, "127.0.0.2", "198.51.100.7")
                        .lists(SPAMCOP, "127.0.0.1", "198.51.100.7")
                        .lists(SPAMCOP, FIRST, "198.51.100.7")
                        .lists(ZEN, SECOND, "198.51.100.7")
                        .dnsbl();

        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(codes(result))
                .contains("DNSBL_ANSWER_OF_NO_LIST")
                .doesNotContain("DNSBL_LISTED");
    }

    @Test
    void anAnswerThatMeansNothingToUsIsNoListing() {
        CheckResult result = new ListLab().lists(ZEN, FIRST, "127.0.0.77").dnsbl();

        assertThat(codes(result)).contains("DNSBL_ANSWER_UNKNOWN").doesNotContain("DNSBL_LISTED");
        assertThat(result.status()).isEqualTo(Status.PASS);
    }

    @Test
    void aListingAtAListWithoutTestPointsDoesNotCount() {
        CheckResult result = new ListLab().lists("psbl.surriel.com", FIRST, "127.0.0.2").dnsbl();

        assertThat(codes(result)).doesNotContain("DNSBL_LISTED_BY_MINOR_LIST");
    }

    @Test
    void whereNoMajorListAnswersTheCheckIsExcused() {
        CheckResult result = ListLab.withoutLists().works("psbl.surriel.com").dnsbl();

        assertThat(codes(result))
                .containsExactly("DNSBL_NOT_KNOWN", "DNSBL_LIST_ANSWERS", "DNSBL_LIST_SILENT");
        assertThat(result.status()).isEqualTo(Status.UNDETERMINED);
        assertThat(result.excuse()).contains("LISTS_SILENT");
        assertThat(finding(result, DNSBL_NOT_KNOWN).arguments())
                .containsEntry("reason", "LISTS_SILENT");
    }

    @Test
    void aFailureOfEachQuestionIsNeverAListingAndNeverAPass() {
        for (String how : List.of("TIMEOUT", "SERVFAIL")) {
            CheckResult result =
                    new ListLab()
                            .fails("1.2.0.192." + ZEN, how)
                            .fails("2.0.0.127." + SPAMCOP, how)
                            .fails("2.0.0.127.b.barracudacentral.org", how)
                            .dnsbl();

            assertThat(finding(result, DNSBL_NOT_LISTED).arguments())
                    .containsEntry("subjects", SECOND);
            assertThat(finding(result, DNSBL_ADDRESS_NOT_KNOWN).arguments())
                    .containsEntry("subjects", FIRST)
                    .containsEntry("reason", "NO_MAJOR_LIST");
            assertThat(result.status()).isEqualTo(Status.PASS);
        }
    }

    @Test
    void iPv6AddressesAreJudgedByListsThatKnowThem() {
        String nibbles = "1" + ".0".repeat(23) + ".8.b.d.0.1.0.0.2";
        String test = "2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20);
        ListLab lab =
                new ListLab()
                        .put("mx1.example.com", "AAAA", SIXTH)
                        .put(test + "." + ZEN, "A", "127.0.0.2")
                        .put(nibbles + "." + ZEN, "A", "127.0.0.3");

        assertThat(finding(lab.dnsbl(), DNSBL_LISTED).arguments())
                .containsEntry("subjects", SIXTH)
                .containsEntry("list", ZEN + "/IPv6/CSS");
    }

    @Test
    void anIPv6AddressThatNoMajorListKnowsIsNotKnownBesideTheOthers() {
        CheckResult result = new ListLab().put("mx1.example.com", "AAAA", SIXTH).dnsbl();

        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(finding(result, DNSBL_ADDRESS_NOT_KNOWN).arguments())
                .containsEntry("subjects", SIXTH);
    }

    @Test
    void switchedOffNothingIsAskedAndTheCheckIsExcused() {
        CheckResult result = new ListLab().lists(ZEN, FIRST, "127.0.0.2").dnsbl("none").dnsbl();

        assertThat(codes(result)).containsExactly("DNSBL_NOT_KNOWN");
        assertThat(result.excuse()).contains("SWITCHED_OFF");
    }

    @Test
    void aServiceWithoutKeysAsksOnlyWhoLetsItAndTellsWhomItLeftOut() {
        ListAccess service = new ListAccess(ListUse.SERVICE, List.of());

        CheckResult result = new ListLab().lists(ZEN, FIRST, "127.0.0.2").access(service).dnsbl();

        assertThat(codes(result)).doesNotContain("DNSBL_LISTED");
        assertThat(finding(result, DNSBL_LIST_NOT_ASKED).arguments())
                .containsEntry("lists", ZEN + ", b.barracudacentral.org");
    }

    @Test
    void withoutAMailHostThereIsNothingToAskAbout() {
        ListLab lab = new ListLab().put(ListLab.DOMAIN, "MX", "0 .");

        assertThat(codes(lab.dnsbl())).containsExactly("DNSBL_NO_MAIL_HOST");
    }

    @Test
    void privateAddressesAreNobodysBusiness() {
        ListLab lab =
                new ListLab()
                        .put("mx1.example.com", "A", "10.0.0.1")
                        .put("mx2.example.com", "A", "192.168.1.1")
                        .lists(ZEN, "10.0.0.1", "127.0.0.2");

        assertThat(codes(lab.dnsbl())).containsExactly("DNSBL_NO_MAIL_HOST");
    }

    @Test
    void unknownMailHostsAreNotKnownAndNoExcuse() {
        CheckResult result = new ListLab().fails(ListLab.DOMAIN, "SERVFAIL").dnsbl();

        assertThat(codes(result)).containsExactly("DNSBL_NOT_KNOWN");
        assertThat(result.excuse()).isEmpty();
    }

    @Test
    void tenThousandAddressesAndLongTextsAreCut() {
        Object[] many = IntStream.range(0, 10_000).mapToObj(i -> "127.0.0.2").toArray();
        CheckResult result =
                new ListLab()
                        .put("1.2.0.192." + SPAMCOP, "A", many)
                        .put(
                                "1.2.0.192." + SPAMCOP,
                                "TXT",
                                "x".repeat(60_000),
                                "your resolver 203.0.113.9 asked about " + FIRST,
                                "third")
                        .dnsbl();

        String said = finding(result, DNSBL_LISTED).arguments().getOrDefault("said", "");
        assertThat(said)
                .hasSizeLessThan(1_000)
                .contains("resolver ADDRESS asked about " + FIRST)
                .doesNotContain("203.0.113.9", "third");
    }

    @Test
    void moreThanTheLimitAllowsIsLeftOutAndNamed() {
        int hosts = 10;
        ListLab lab = new ListLab();
        Object[] mx =
                IntStream.range(0, hosts).mapToObj(i -> "10 many" + i + ".example.com.").toArray();
        lab.put(ListLab.DOMAIN, "MX", mx);
        for (int i = 0; i < hosts; i++) {
            lab.put("many" + i + ".example.com", "A", "192.0.2." + (10 + i), "192.0.2." + (50 + i));
        }

        CheckResult result = lab.dnsbl();

        String clean = finding(result, DNSBL_NOT_LISTED).arguments().getOrDefault("subjects", "");
        assertThat(clean.split(", ", -1)).hasSize(20);
        assertThat(result.evidence())
                .hasEntrySatisfying(
                        "leftOut",
                        left ->
                                assertThat(left.toString())
                                        .contains("192.0.2.59 dnsbl.dronebl.org"));
    }
}
