package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.Nameserver;
import dev.mailcheck.world.dns.QuestionMatch;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.dns.Zone;
import dev.mailcheck.world.smtp.SmtpHost;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The zone of a domain and its name servers, over real DNS messages. */
final class NameServersInTheWorldTest {
    private static final String NS1 = "198.51.100.41";
    private static final String NS2 = "203.0.113.42";

    private static final String ZONE =
            """
            @   NS  ns1
            @   NS  ns2
            ns1 A   198.51.100.41
            ns2 A   203.0.113.42
            @   SOA ns1 admin 1 7200 900 1209600 300
            @   MX  10 mx
            mx  A   192.0.2.10
            @   TXT "v=spf1 mx -all"
            """;

    private static final List<String> SOUND =
            List.of(
                    "DNS_TWO_NAME_SERVERS",
                    "DNS_NAME_SERVERS_AGREE",
                    "DNS_SOA_SOUND",
                    "DNS_TTL_SOUND",
                    "DNS_NO_MAIL_WILDCARD",
                    "DNS_NO_ALIAS",
                    "DNS_EDNS_SPOKEN");

    private static WorldPlan sound(WorldPlan plan) {
        return plan.zone("example.test", ZONE)
                .smtp("192.0.2.10", SmtpHost.sound("mx.example.test", "example.test"));
    }

    private static List<String> codes(UnaryOperator<WorldPlan> change) {
        return WorldScenario.of("example.test", plan -> change.apply(sound(plan)))
                .codes(CheckId.DNS);
    }

    private static List<String> soundBut(List<String> without, String... with) {
        List<String> codes = new ArrayList<>(SOUND);
        codes.removeAll(without);
        codes.addAll(List.of(with));
        return codes;
    }

    @Test
    void aSoundZone() {
        assertThat(codes(plan -> plan)).containsExactlyInAnyOrderElementsOf(SOUND);
    }

    @Test
    void lameNameServers() {
        for (Nameserver lame :
                List.of(Nameserver.lame(), Nameserver.sound().with(DnsFault.notAuthoritative()))) {
            assertThat(codes(plan -> plan.nameserver(NS2, lame)))
                    .containsExactlyInAnyOrderElementsOf(
                            soundBut(List.of("DNS_NAME_SERVERS_AGREE"), "DNS_LAME_NAME_SERVER"));
        }
    }

    @Test
    void nameServersThatCannotBeAskedAreNotKnown() {
        assertThat(codes(plan -> plan.drops(NS2)))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(List.of("DNS_NAME_SERVERS_AGREE"), "DNS_NAME_SERVER_NOT_KNOWN"));
        assertThat(codes(plan -> plan.drops(NS1).refuses(NS2)))
                .containsExactlyInAnyOrder(
                        "DNS_TWO_NAME_SERVERS",
                        "DNS_NAME_SERVERS_NOT_KNOWN",
                        "DNS_SOA_SOUND",
                        "DNS_NO_MAIL_WILDCARD",
                        "DNS_NO_ALIAS",
                        "DNS_RESOLVER_NOT_COMPARED");
    }

    @Test
    void nameServersThatSayDifferentThings() {
        String other = ZONE.replace("10 mx", "20 mx").replace("-all", "~all");

        assertThat(
                        codes(plan ->
                                plan.nameserver(
                                        NS2,
                                        Nameserver.serving(Zone.signed("example.test", other)))))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(List.of("DNS_NAME_SERVERS_AGREE"), "DNS_NAME_SERVERS_DIFFER"));
    }

    @Test
    void aNameServerWithoutEdns() {
        assertThat(
                        codes(plan ->
                                plan.nameserver(
                                        NS2, Nameserver.sound().with(DnsFault.ignoresEdns()))))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(List.of("DNS_EDNS_SPOKEN"), "DNS_EDNS_MISSING"));
    }

    @Test
    void timesToLive() {
        assertThat(codes(plan -> plan.zone("example.test", ZONE.replace("@   MX", "@ 60 MX"))))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(List.of("DNS_TTL_SOUND"), "DNS_TTL_SHORT"));
        assertThat(
                        codes(plan ->
                                plan.zone("example.test", ZONE.replace("@   TXT", "@ 604800 TXT"))))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(List.of("DNS_TTL_SOUND"), "DNS_TTL_LONG"));
    }

    @Test
    void wildcards() {
        assertThat(
                        codes(plan ->
                                plan.zone(
                                        "example.test",
                                        ZONE + "* MX 10 mx\n* TXT \"x\"\n* A 192.0.2.80\n")))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(
                                List.of("DNS_NO_MAIL_WILDCARD"),
                                "DNS_WILDCARD_MX",
                                "DNS_WILDCARD_TXT",
                                "DNS_WILDCARD_ADDRESS"));
    }

    @Test
    void addressesThatAResolverInventsAreNoWildcard() {
        assertThat(
                        codes(plan ->
                                plan.resolver(
                                        Resolver.plain()
                                                .with(DnsFault.rewriteNxdomain("192.0.2.99")))))
                .containsExactlyInAnyOrderElementsOf(SOUND);
    }

    @Test
    void oneNetworkOrOneServer() {
        String near = ZONE.replace("203.0.113.42", "198.51.100.42");
        String one = ZONE.replace("@   NS  ns2\n", "");

        assertThat(codes(plan -> plan.zone("example.test", near)))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(
                                List.of("DNS_TWO_NAME_SERVERS"),
                                "DNS_NAME_SERVERS_IN_ONE_NETWORK"));
        assertThat(codes(plan -> plan.zone("example.test", one)))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(
                                List.of("DNS_TWO_NAME_SERVERS", "DNS_NAME_SERVERS_AGREE"),
                                "DNS_ONE_NAME_SERVER"));
    }

    @Test
    void aResolverWithAnInsideViewIsNotJudged() {
        WorldScenario scenario =
                WorldScenario.of(
                        "example.test",
                        plan ->
                                sound(plan)
                                        .resolver(
                                                Resolver.plain()
                                                        .when(
                                                                QuestionMatch.of(
                                                                        "example.test", "MX"),
                                                                DnsFault.replaced(
                                                                        "example.test. 60 MX 5"
                                                                            + " inside.example.test."))
                                                        .when(
                                                                QuestionMatch.at("mx.example.test"),
                                                                DnsFault.nxdomain())));

        assertThat(scenario.codes(CheckId.DNS))
                .containsExactlyInAnyOrderElementsOf(
                        soundBut(List.of(), "DNS_RESOLVER_ANSWERS_DIFFERENTLY"));
        assertThat(scenario.codes(CheckId.MX))
                .contains("MX_PUBLISHED", "MX_TARGETS_PUBLIC", "MX_CONNECT_WORKS");
        assertThat(scenario.results())
                .flatExtracting(CheckResult::findings)
                .noneMatch(finding -> finding.subject().contains("inside"));
    }

    @Test
    void aResolverThatDeniesTheNameIsNotBelieved() {
        assertThat(
                        codes(plan ->
                                plan.resolver(
                                        Resolver.plain()
                                                .when(
                                                        QuestionMatch.under("example.test"),
                                                        DnsFault.nxdomain()))))
                .doesNotContain("DNS_DOMAIN_DOES_NOT_EXIST")
                .contains("DNS_NAME_SERVERS_AGREE", "DNS_RESOLVER_ANSWERS_DIFFERENTLY");
    }

    @Test
    void aResolverThatFailsEverywhereIsNobodysFault() {
        WorldScenario scenario =
                WorldScenario.of(
                        "example.test",
                        plan -> sound(plan).resolver(Resolver.plain().with(DnsFault.servfail())));

        assertThat(scenario.codes(CheckId.DNS)).containsExactly("DNS_NOT_KNOWN");
        assertThat(scenario.codes(CheckId.MX)).containsExactly("MX_NOT_KNOWN");
        assertThat(scenario.codes(CheckId.REVERSE_DNS)).containsExactly("REVERSE_DNS_NOT_KNOWN");
        assertThat(scenario.codes(CheckId.IPV6)).containsExactly("IPV6_NOT_KNOWN");
    }

    @Test
    void aSubdomainBelongsToTheZoneAbove() {
        WorldScenario scenario =
                WorldScenario.of(
                        "news.example.test",
                        plan -> plan.zone("example.test", ZONE + "news MX 10 mx\n"));

        assertThat(scenario.codes(CheckId.DNS))
                .containsExactlyInAnyOrderElementsOf(soundBut(List.of(), "DNS_ZONE_ABOVE"));
    }

    @Test
    void anInternationalNameIsCheckedAsItsALabel() {
        WorldScenario scenario =
                WorldScenario.of(
                        "xn--mller-kva.test", plan -> plan.zone("xn--mller-kva.test", ZONE));

        assertThat(scenario.codes(CheckId.DNS)).containsExactlyInAnyOrderElementsOf(SOUND);
    }

    @Test
    void aNameThatDoesNotExistHasOneFinding() {
        WorldScenario scenario = WorldScenario.of("gone.test", NameServersInTheWorldTest::sound);

        assertThat(scenario.results())
                .flatExtracting(CheckResult::findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.DNS_DOMAIN_DOES_NOT_EXIST);
        assertThat(scenario.results())
                .filteredOn(result -> result.id() != CheckId.DNS)
                .allMatch(result -> result.status() == Status.NOT_APPLICABLE);
    }
}
