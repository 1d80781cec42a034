package dev.mailcheck.world.sample;

import dev.mailcheck.world.ListZone;
import dev.mailcheck.world.WorldPlan;

import java.util.List;

/** The lists of addresses and domains that a check asks by default; listed.example is on some. */
final class SampleLists {
    private static final String FIRST_MX = "192.0.2.97";
    private static final String SECOND_MX = "198.51.100.97";
    private static final String DOMAIN = "listed.example";

    private SampleLists() {}

    static void addTo(WorldPlan plan) {
        addresses().forEach(list -> plan.zone(list.zone()));
        names().forEach(list -> plan.zone(list.zone()));
    }

    private static List<ListZone> addresses() {
        return List.of(
                ListZone.ofAddresses("zen.spamhaus.org")
                        .lists(
                                FIRST_MX,
                                "127.0.0.3",
                                "https://www.spamhaus.org/query/ip/" + FIRST_MX)
                        .lists(
                                SECOND_MX,
                                "127.0.0.10",
                                "https://www.spamhaus.org/query/ip/" + SECOND_MX),
                ListZone.ofAddresses("bl.spamcop.net")
                        .lists(
                                FIRST_MX,
                                "127.0.0.2",
                                "Blocked - see https://www.spamcop.net/bl.shtml?" + FIRST_MX),
                ListZone.ofAddresses("b.barracudacentral.org"),
                ListZone.ofAddresses("psbl.surriel.com")
                        .lists(
                                FIRST_MX,
                                "127.0.0.2",
                                "Listed in PSBL, see https://psbl.org/listing?ip=" + FIRST_MX),
                ListZone.ofAddresses("bl.mailspike.net"),
                ListZone.ofAddresses("dnsbl-1.uceprotect.net"),
                ListZone.ofAddresses("dnsbl.dronebl.org"));
    }

    private static List<ListZone> names() {
        return List.of(
                ListZone.ofNames("dbl.spamhaus.org", "dbltest.com", "127.0.1.2")
                        .lists(
                                DOMAIN,
                                "127.0.1.102",
                                "https://www.spamhaus.org/query/domain/" + DOMAIN),
                ListZone.ofNames("multi.surbl.org", "test.surbl.org", "127.0.0.254"),
                ListZone.ofNames("multi.uribl.com", "test.uribl.com", "127.0.0.14"));
    }
}
