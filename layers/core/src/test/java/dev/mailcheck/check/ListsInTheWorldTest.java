package dev.mailcheck.check;

import static dev.mailcheck.check.CheckId.DNSBL;
import static dev.mailcheck.check.CheckId.URIBL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.ListZone;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.QuestionMatch;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.smtp.SmtpHost;

import org.junit.jupiter.api.Test;

/** The lists over the wire: what a resolver or a list does wrong is never a listing. */
class ListsInTheWorldTest {
    private static final String DOMAIN = "sound.example";
    private static final String ADDRESS = "192.0.2.10";

    private static WorldPlan sound(WorldPlan plan) {
        return plan.zone(
                        DOMAIN,
                        """
                        @      MX  10 mx
                        @      TXT "v=spf1 mx -all"
                        _dmarc TXT "v=DMARC1; p=reject"
                        mx     A   192.0.2.10
                        """)
                .smtpWithPtr(SmtpHost.sound("mx." + DOMAIN, DOMAIN), ADDRESS);
    }

    private static ListZone zen() {
        return ListZone.ofAddresses("zen.spamhaus.org");
    }

    private static ListZone dbl() {
        return ListZone.ofNames("dbl.spamhaus.org", "dbltest.com", "127.0.1.2");
    }

    private static WorldScenario check(Resolver resolver, ListZone... lists) {
        return WorldScenario.of(
                DOMAIN,
                plan -> {
                    for (ListZone list : lists) {
                        plan.zone(list.zone());
                    }
                    return sound(plan).resolver(resolver);
                });
    }

    @Test
    void aListedHostAndDomainFailWithWhatTheListSays() {
        WorldScenario seen =
                check(
                        Resolver.plain(),
                        zen().lists(ADDRESS, "127.0.0.2", "SBL123456"),
                        dbl().lists(DOMAIN, "127.0.1.5", "malware was here"));

        assertThat(seen.codes(DNSBL)).contains("DNSBL_LISTED");
        assertThat(seen.codes(URIBL)).contains("URIBL_LISTED");
        assertThat(seen.result(DNSBL).findings().getFirst().arguments())
                .containsEntry("said", "127.0.0.2 SBL123456");
    }

    @Test
    void aResolverThatMakesUpAnswersListsNobody() {
        WorldScenario seen =
                check(
                        Resolver.plain().with(DnsFault.rewriteNxdomain("203.0.113.80")),
                        zen(),
                        dbl());

        assertThat(seen.codes(DNSBL))
                .contains("DNSBL_NOT_KNOWN", "DNSBL_ANSWER_OF_NO_LIST")
                .doesNotContain("DNSBL_LISTED", "DNSBL_NOT_LISTED");
        assertThat(seen.codes(URIBL))
                .contains("URIBL_NOT_KNOWN", "URIBL_ANSWER_OF_NO_LIST")
                .doesNotContain("URIBL_LISTED", "URIBL_NOT_LISTED");
        assertThat(seen.result(DNSBL).excuse()).contains("LISTS_SILENT");
    }

    @Test
    void aResolverThatBlocksByAnsweringLoopbackListsNobody() {
        WorldScenario seen =
                check(Resolver.plain().with(DnsFault.rewriteNxdomain("127.0.0.1")), zen(), dbl());

        assertThat(seen.codes(DNSBL)).contains("DNSBL_LIST_REFUSES_US");
        assertThat(seen.codes(DNSBL)).doesNotContain("DNSBL_LISTED");
    }

    @Test
    void aDeadListForSaleListsNobodyAndOthersStillCount() {
        WorldScenario seen =
                check(
                        Resolver.plain(),
                        zen(),
                        ListZone.empty("bl.spamcop.net").listsEverything("127.0.0.2"),
                        ListZone.empty("psbl.surriel.com").listsEverything("203.0.113.80"));

        assertThat(seen.codes(DNSBL))
                .containsExactly(
                        "DNSBL_NOT_LISTED",
                        "DNSBL_LIST_ANSWERS",
                        "DNSBL_LIST_SILENT",
                        "DNSBL_LIST_LISTS_EVERYTHING",
                        "DNSBL_ANSWER_OF_NO_LIST");
    }

    @Test
    void aListThatRefusesOpenResolversListsNobody() {
        WorldScenario seen =
                check(
                        Resolver.plain(),
                        ListZone.empty("zen.spamhaus.org").listsEverything("127.255.255.254"),
                        ListZone.ofAddresses("bl.spamcop.net"));

        assertThat(seen.codes(DNSBL))
                .contains("DNSBL_NOT_LISTED", "DNSBL_LIST_REFUSES_US")
                .doesNotContain("DNSBL_LISTED");
    }

    @Test
    void aListThatFailsIsNamedAndHarmsNothing() {
        Resolver failing =
                Resolver.plain()
                        .when(QuestionMatch.under("spamhaus.org"), DnsFault.servfail())
                        .when(QuestionMatch.under("surriel.com"), DnsFault.silent());

        WorldScenario seen =
                check(
                        failing,
                        zen().lists(ADDRESS, "127.0.0.2", "SBL123456"),
                        ListZone.ofAddresses("bl.spamcop.net"));

        assertThat(seen.codes(DNSBL))
                .containsExactly("DNSBL_NOT_LISTED", "DNSBL_LIST_ANSWERS", "DNSBL_LIST_SILENT");
        assertThat(seen.result(DNSBL).findings())
                .filteredOn(finding -> finding.code() == FindingCode.DNSBL_LIST_SILENT)
                .extracting(finding -> finding.arguments().get("reason"))
                .contains("SERVFAIL", "TIMEOUT");
    }
}
