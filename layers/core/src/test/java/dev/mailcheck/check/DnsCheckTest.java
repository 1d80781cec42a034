package dev.mailcheck.check;

import static dev.mailcheck.dns.ServersDns.delegates;
import static dev.mailcheck.dns.ServersDns.fails;
import static dev.mailcheck.dns.ServersDns.holds;
import static dev.mailcheck.dns.ServersDns.lame;
import static dev.mailcheck.dns.ServersDns.withoutEdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.ServersDns;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The name servers of a domain, asked themselves. */
final class DnsCheckTest {
    private static final String TOP = "203.0.113.1";
    private static final String NS1 = "192.0.2.1";
    private static final String NS2 = "198.51.100.2";

    private static final List<String> SOUND_AT_HOME =
            List.of(
                    "DNS_TWO_NAME_SERVERS",
                    "DNS_SOA_SOUND",
                    "DNS_TTL_SOUND",
                    "DNS_NO_MAIL_WILDCARD",
                    "DNS_NO_ALIAS");

    private static Map<String, Map<String, List<String>>> zone(String mx) {
        Map<String, Map<String, List<String>>> zone = new HashMap<>();
        zone.put(
                "example.com",
                Map.of(
                        "SOA",
                                List.of(
                                        "ns1.example.com. admin.example.com. 1 7200 900 1209600"
                                                + " 300"),
                        "NS", List.of("ns1.example.com.", "ns2.example.com."),
                        "MX", List.of(mx),
                        "TXT", List.of("v=spf1 mx -all")));
        zone.put("mx.example.com", Map.of("A", List.of("192.0.2.10")));
        zone.put("ns1.example.com", Map.of("A", List.of(NS1)));
        zone.put("ns2.example.com", Map.of("A", List.of(NS2)));
        return zone;
    }

    private static final Map<String, Map<String, List<String>>> ZONE = zone("10 mx.example.com.");

    private static ServersDns resolver(Map<String, Map<String, List<String>>> zone) {
        Map<String, Map<String, List<String>>> all = new HashMap<>(zone);
        all.put("com", Map.of("NS", List.of("a.top.net.")));
        all.put("a.top.net", Map.of("A", List.of(TOP)));
        Map<String, List<String>> glue =
                Map.of("ns1.example.com", List.of(NS1), "ns2.example.com", List.of(NS2));
        return ServersDns.resolver(all).server(TOP, delegates("com", "example.com", glue));
    }

    private static List<String> codes(ServersDns dns) {
        return Scenario.online("example.com", dns).codes(new DnsCheck());
    }

    private static List<String> soundAnd(String... more) {
        List<String> all = new ArrayList<>(SOUND_AT_HOME);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void aSoundZoneHasNoFault() {
        assertThat(
                        codes(
                                resolver(ZONE)
                                        .server(NS1, holds("example.com", ZONE))
                                        .server(NS2, holds("example.com", ZONE))))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd("DNS_NAME_SERVERS_AGREE", "DNS_EDNS_SPOKEN"));
    }

    @Test
    void aSilentServerBesideAnotherIsNotKnown() {
        assertThat(codes(resolver(ZONE).server(NS1, holds("example.com", ZONE))))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd("DNS_NAME_SERVER_NOT_KNOWN", "DNS_EDNS_SPOKEN"));
    }

    @Test
    void aServerThatRefusesOrHasNoAuthorityIsLame() {
        for (ServersDns.Server bad : List.of(fails(DnsFailure.REFUSED), lame())) {
            assertThat(
                            codes(
                                    resolver(ZONE)
                                            .server(NS1, holds("example.com", ZONE))
                                            .server(NS2, bad)))
                    .containsExactlyInAnyOrderElementsOf(
                            soundAnd("DNS_LAME_NAME_SERVER", "DNS_EDNS_SPOKEN"));
        }
    }

    @Test
    void whereAllServersSeemLameButTheResolverKnowsTheZoneTheNetworkHereMayBendQuestions() {
        assertThat(codes(resolver(ZONE).server(NS1, lame()).server(NS2, lame())))
                .containsExactlyInAnyOrder(
                        "DNS_TWO_NAME_SERVERS",
                        "DNS_NAME_SERVERS_NOT_KNOWN",
                        "DNS_SOA_SOUND",
                        "DNS_NO_MAIL_WILDCARD",
                        "DNS_NO_ALIAS",
                        "DNS_RESOLVER_NOT_COMPARED");
    }

    @Test
    void whereAllServersDenyTheZoneAndTheResolverGetsNothingTheyAreLame() {
        Map<String, Map<String, List<String>>> hosts = new HashMap<>(ZONE);
        hosts.remove("example.com");
        ServersDns dns = failing(hosts).server(NS1, lame()).server(NS2, fails(DnsFailure.REFUSED));

        assertThat(codes(dns))
                .containsExactlyInAnyOrder(
                        "DNS_TWO_NAME_SERVERS",
                        "DNS_LAME_NAME_SERVER",
                        "DNS_PART_NOT_KNOWN",
                        "DNS_NO_MAIL_WILDCARD",
                        "DNS_RESOLVER_NOT_COMPARED");
    }

    private static ServersDns failing(Map<String, Map<String, List<String>>> hosts) {
        Map<String, Map<String, Object>> all = new HashMap<>();
        hosts.forEach((name, types) -> all.put(name, new HashMap<>(types)));
        all.put("example.com", Map.of("SERVFAIL", true));
        all.put("com", Map.of("NS", List.of("a.top.net.")));
        all.put("a.top.net", Map.of("A", List.of(TOP)));
        Map<String, List<String>> glue =
                Map.of("ns1.example.com", List.of(NS1), "ns2.example.com", List.of(NS2));
        return ServersDns.resolver(all).server(TOP, delegates("com", "example.com", glue));
    }

    @Test
    void serversThatDifferInMxAreAFault() {
        assertThat(
                        codes(
                                resolver(ZONE)
                                        .server(NS1, holds("example.com", ZONE))
                                        .server(
                                                NS2,
                                                holds("example.com", zone("10 old.example.com.")))))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd("DNS_NAME_SERVERS_DIFFER", "DNS_EDNS_SPOKEN"));
    }

    @Test
    void aServerWithoutEdnsIsNamedWhereEdnsPassesHere() {
        assertThat(
                        codes(
                                resolver(ZONE)
                                        .server(NS1, holds("example.com", ZONE))
                                        .server(NS2, withoutEdns(holds("example.com", ZONE)))))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd("DNS_NAME_SERVERS_AGREE", "DNS_EDNS_MISSING"));
    }

    @Test
    void aZoneThatListsOtherServersThanItsDelegationIsNamed() {
        Map<String, Map<String, List<String>>> listed = new HashMap<>(ZONE);
        Map<String, List<String>> apex = new HashMap<>(ZONE.getOrDefault("example.com", Map.of()));
        apex.put("NS", List.of("ns1.example.com.", "ns3.example.com."));
        listed.put("example.com", apex);
        listed.put("ns3.example.com", Map.of("A", List.of("203.0.113.3")));

        assertThat(
                        codes(
                                resolver(listed)
                                        .server(NS1, holds("example.com", listed))
                                        .server(NS2, holds("example.com", listed))
                                        .server("203.0.113.3", holds("example.com", listed))))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd(
                                "DNS_NAME_SERVERS_AGREE",
                                "DNS_EDNS_SPOKEN",
                                "DNS_DELEGATION_DIFFERS"));
    }

    @Test
    void aResolverWithAnInsideViewIsToldAndNotJudged() {
        Map<String, Map<String, List<String>>> inside =
                Map.of(
                        "example.com", Map.of("MX", List.of("10 exchange.example.com.")),
                        "exchange.example.com", Map.of("A", List.of("10.0.0.1")),
                        "ns1.example.com", Map.of("A", List.of("10.0.0.53")));
        Scenario scenario =
                Scenario.online(
                        "example.com",
                        resolver(inside)
                                .server(NS1, holds("example.com", ZONE))
                                .server(NS2, holds("example.com", ZONE)));

        assertThat(scenario.codes(new DnsCheck()))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd(
                                "DNS_NAME_SERVERS_AGREE",
                                "DNS_EDNS_SPOKEN",
                                "DNS_RESOLVER_ANSWERS_DIFFERENTLY"));
        assertThat(scenario.codes(new MxCheck()))
                .containsExactlyInAnyOrder(
                        "MX_PUBLISHED", "MX_TARGETS_PUBLIC", "MX_CONNECT_NOT_TESTED");
    }

    @Test
    void aNameThatOnlyTheResolverDeniesExists() {
        ServersDns dns =
                resolver(Map.of())
                        .server(NS1, holds("example.com", ZONE))
                        .server(NS2, holds("example.com", ZONE));

        assertThat(codes(dns)).doesNotContain("DNS_DOMAIN_DOES_NOT_EXIST");
    }

    @Test
    void aSubdomainIsJudgedByTheZoneAboveAndMissesNoNameServers() {
        Map<String, Map<String, List<String>>> zone = new HashMap<>(ZONE);
        zone.put("news.example.com", Map.of("MX", List.of("10 mx.example.com.")));
        Scenario scenario =
                Scenario.online(
                        "news.example.com",
                        resolver(zone)
                                .server(NS1, holds("example.com", zone))
                                .server(NS2, holds("example.com", zone)));

        assertThat(scenario.codes(new DnsCheck()))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd("DNS_NAME_SERVERS_AGREE", "DNS_EDNS_SPOKEN", "DNS_ZONE_ABOVE"));
    }

    @Test
    void noNameServerAtAPrivateAddressIsAsked() {
        Map<String, Map<String, List<String>>> zone = new HashMap<>(ZONE);
        zone.put("ns2.example.com", Map.of("A", List.of("10.0.0.2")));
        ServersDns dns = resolver(zone).server(NS1, holds("example.com", zone));

        assertThat(codes(dns)).contains("DNS_NAME_SERVER_NOT_PUBLIC");
        assertThat(dns.asked()).noneMatch(question -> question.startsWith("10.0.0.2"));
    }

    @Test
    void aNameServerWithoutAddressIsNamed() {
        Map<String, Map<String, List<String>>> zone = new HashMap<>(ZONE);
        zone.remove("ns2.example.com");

        assertThat(codes(resolver(zone).server(NS1, holds("example.com", zone))))
                .containsExactlyInAnyOrderElementsOf(
                        soundAnd("DNS_NAME_SERVER_WITHOUT_ADDRESS", "DNS_EDNS_SPOKEN"));
    }

    @Test
    void privateAddressesSeenThroughAResolverAloneMayBeAnInsideView() {
        Map<String, Map<String, List<String>>> zone = new HashMap<>(ZONE);
        zone.put("mx.example.com", Map.of("A", List.of("10.0.0.10")));
        zone.put("ns1.example.com", Map.of("A", List.of("10.0.0.53")));
        Scenario alone = Scenario.online("example.com", resolver(zone));
        Scenario compared =
                Scenario.online(
                        "example.com", resolver(zone).server(NS1, holds("example.com", zone)));

        assertThat(alone.codes(new MxCheck())).contains("MX_TARGETS_NOT_KNOWN");
        assertThat(alone.codes(new DnsCheck())).doesNotContain("DNS_NAME_SERVER_NOT_PUBLIC");
        assertThat(compared.codes(new MxCheck())).contains("MX_TARGETS_NOT_PUBLIC");
    }
}
