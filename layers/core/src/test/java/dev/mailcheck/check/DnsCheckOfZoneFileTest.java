package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a zone file alone shows of a domain's zone. */
final class DnsCheckOfZoneFileTest {
    private static final String SOA = "ns.example.com. admin.example.com. 1 7200 900 1209600 300";

    private static Map<String, Object> soa(String times) {
        return Map.of("SOA", List.of("ns.example.com. admin.example.com. 1 " + times));
    }

    private static Arguments domain(Map<String, Object> domain, String... codes) {
        return Arguments.of(Map.of("example.com", domain), List.of(codes));
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                domain(
                        Map.of("MX", List.of("10 mx.example.com.")),
                        "DNS_NO_MAIL_WILDCARD",
                        "DNS_NO_ALIAS"),
                domain(
                        Map.of("SOA", List.of(SOA), "NS", List.of("a.example.net.")),
                        "DNS_ONE_NAME_SERVER",
                        "DNS_NAME_SERVERS_NOT_ASKED",
                        "DNS_SOA_SOUND",
                        "DNS_NO_MAIL_WILDCARD",
                        "DNS_NO_ALIAS"),
                domain(
                        Map.of("NS", List.of("a.example.net.", "b.example.net.")),
                        "DNS_TWO_NAME_SERVERS",
                        "DNS_NAME_SERVERS_NOT_ASKED",
                        "DNS_NO_MAIL_WILDCARD",
                        "DNS_NO_ALIAS"),
                Arguments.of(
                        Map.of(
                                "example.com",
                                Map.of("NS", List.of("a.example.net.", "b.example.net.")),
                                "a.example.net",
                                Map.of("A", List.of("192.0.2.1")),
                                "b.example.net",
                                Map.of("A", List.of("192.0.2.2"))),
                        List.of(
                                "DNS_NAME_SERVERS_IN_ONE_NETWORK",
                                "DNS_NAME_SERVERS_NOT_ASKED",
                                "DNS_NO_MAIL_WILDCARD",
                                "DNS_NO_ALIAS")),
                domain(
                        Map.of("CNAME", List.of("other.example.net.")),
                        "DNS_NO_MAIL_WILDCARD",
                        "DNS_ALIAS"),
                domain(Map.of("SERVFAIL", true), "DNS_NOT_KNOWN"),
                domain(
                        Map.of("TIMEOUT", List.of("SOA", "NS", "CNAME"), "TXT", List.of("x")),
                        "DNS_PART_NOT_KNOWN",
                        "DNS_NO_MAIL_WILDCARD"),
                Arguments.of(
                        Map.of(
                                "example.com", Map.of("TXT", List.of("x")),
                                "*.example.com",
                                        Map.of(
                                                "MX", List.of("10 mx.example.com."),
                                                "TXT", List.of("x"),
                                                "A", List.of("192.0.2.1"))),
                        List.of(
                                "DNS_WILDCARD_MX",
                                "DNS_WILDCARD_TXT",
                                "DNS_WILDCARD_ADDRESS",
                                "DNS_NO_ALIAS")),
                Arguments.of(
                        Map.of(
                                "example.com", Map.of("TXT", List.of("x")),
                                "*.example.com",
                                        Map.of(
                                                "MX", List.of("0 ."),
                                                "TXT", List.of("v=spf1 -all"))),
                        List.of("DNS_NO_MAIL_WILDCARD", "DNS_NO_ALIAS")));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void eachZoneGivesExactlyTheseCodes(Map<String, Map<String, Object>> zone, List<String> codes) {
        assertThat(Scenario.inZoneFile("example.com", zone).codes(new DnsCheck()))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "7200 900 1209600 300,    DNS_SOA_SOUND",
        "900 900 604800 86400,    DNS_SOA_SOUND",
        "900 901 1209600 300,     DNS_SOA_RETRY_ABOVE_REFRESH",
        "7200 900 604799 300,     DNS_SOA_EXPIRES_EARLY",
        "604800 86400 604800 300, DNS_SOA_EXPIRES_EARLY",
        "7200 900 1209600 86401,  DNS_SOA_NEGATIVE_TTL_LONG",
    })
    void theTimesOfTheZoneMakeSenseTogether(String times, String code) {
        Scenario zone = Scenario.inZoneFile("example.com", Map.of("example.com", soa(times)));
        assertThat(zone.codes(new DnsCheck()))
                .containsExactlyInAnyOrder(code, "DNS_NO_MAIL_WILDCARD", "DNS_NO_ALIAS");
    }

    @Test
    void aNameThatDoesNotExistHasThatOneFault() {
        Scenario zone =
                Scenario.inZoneFile(
                        "gone.example.com", Map.of("example.com", Map.of("TXT", List.of("x"))));

        assertThat(zone.codes(new DnsCheck())).containsExactly("DNS_DOMAIN_DOES_NOT_EXIST");
    }

    @Test
    void anAliasToANameThatDoesNotExistExistsItself() {
        Map<String, Map<String, Object>> zone =
                Map.of("example.com", Map.of("CNAME", List.of("gone.example.net.")));

        assertThat(Scenario.inZoneFile("example.com", zone).codes(new DnsCheck()))
                .contains("DNS_ALIAS")
                .doesNotContain("DNS_DOMAIN_DOES_NOT_EXIST");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "0 .,  v=spf1 -all,   p=reject, true,  DNS_PARKED",
                "0 .,  v=spf1 -all,   p=reject, false, DNS_PARKED/DNS_PARKED_WITHOUT_KEY_WILDCARD",
                "none, v=spf1 -all,   p=reject, true,  DNS_PARKED_WITHOUT_NULL_MX",
                "0 .,  none,          p=reject, true,  DNS_PARKED_WITHOUT_SPF",
                "0 .,  v=spf1 ~all,   p=reject, true,  DNS_PARKED_WITHOUT_SPF",
                "0 .,  v=spf1 +all,   p=reject, true,  DNS_PARKED_SPF_PASSES_ALL",
                "0 .,  v=spf1 a -all, p=none,   true,  DNS_NULL_MX_BUT_SENDS",
                "0 .,  v=spf1 -all,   none,     true,  DNS_PARKED_WITHOUT_DMARC",
                "0 .,  v=spf1 -all,   p=,       true,  DNS_PARKED_WITHOUT_DMARC",
                "0 .,  v=spf1 -all,   p=none,   true,  DNS_PARKED_WITHOUT_REJECT",
                "0 .,  v=spf1 -all,   p=quarantine,   true, DNS_PARKED_WITHOUT_REJECT",
                "0 .,  v=spf1 -all,   p=reject; t=y,  true, DNS_PARKED_WITHOUT_REJECT",
                "10 mx.example.net., v=spf1 -all,   none, false, ''",
            })
    void aDomainWithoutMailSaysSoEverywhere(
            String mx, String spf, String dmarc, boolean revoked, String codes) {
        Map<String, Object> domain = new HashMap<>();
        domain.put("A", List.of("192.0.2.1"));
        if (mx != null) {
            domain.put("MX", List.of(mx));
        }
        if (spf != null) {
            domain.put("TXT", List.of(spf));
        }
        Map<String, Map<String, Object>> zone = new HashMap<>();
        zone.put("example.com", domain);
        if (dmarc != null) {
            zone.put("_dmarc.example.com", Map.of("TXT", List.of("v=DMARC1; " + dmarc)));
        }
        if (revoked) {
            zone.put("*._domainkey.example.com", Map.of("TXT", List.of("v=DKIM1; p=")));
        }

        assertThat(Scenario.inZoneFile("example.com", zone).codes(new DnsCheck()))
                .filteredOn(code -> code.contains("PARKED") || code.contains("NULL_MX"))
                .containsExactlyInAnyOrder(codes.isEmpty() ? new String[0] : codes.split("/"));
    }

    @Test
    void aParkedSubdomainMayInheritItsPolicy() {
        Map<String, Object> parked = Map.of("MX", List.of("0 ."), "TXT", List.of("v=spf1 -all"));
        Map<String, Map<String, Object>> zone = new HashMap<>();
        zone.put("old.example.com", parked);
        zone.put("*._domainkey.old.example.com", Map.of("TXT", List.of("v=DKIM1;p=;")));
        zone.put("_dmarc.example.com", Map.of("TXT", List.of("v=DMARC1; p=reject")));

        assertThat(Scenario.inZoneFile("old.example.com", zone).codes(new DnsCheck()))
                .contains("DNS_PARKED");

        zone.put("_dmarc.example.com", Map.of("TXT", List.of("v=DMARC1; p=reject; sp=none")));
        assertThat(Scenario.inZoneFile("old.example.com", zone).codes(new DnsCheck()))
                .contains("DNS_PARKED_WITHOUT_REJECT");
    }

    @Test
    void aPolicyThatCouldNotBeLookedUpIsNoFault() {
        Map<String, Map<String, Object>> zone =
                Map.of(
                        "example.com",
                        Map.of("MX", List.of("0 ."), "TXT", List.of("v=spf1 -all")),
                        "_dmarc.example.com",
                        Map.of("TIMEOUT", true),
                        "*._domainkey.example.com",
                        Map.of("SERVFAIL", true));

        assertThat(Scenario.inZoneFile("example.com", zone).codes(new DnsCheck()))
                .containsExactlyInAnyOrder(
                        "DNS_NO_MAIL_WILDCARD", "DNS_NO_ALIAS", "DNS_PART_NOT_KNOWN");
    }

    static Stream<Arguments> mendable() {
        List<String> noMail = List.of("v=spf1 -all");
        Map<String, Object> parked = Map.of("MX", List.of("0 ."), "TXT", noMail);
        Map<String, Object> reject = Map.of("TXT", List.of("v=DMARC1; p=reject"));
        return Stream.of(
                Arguments.of("DNS_PARKED_WITHOUT_NULL_MX", Map.of("TXT", noMail), reject),
                Arguments.of("DNS_PARKED_WITHOUT_SPF", Map.of("MX", List.of("0 .")), reject),
                Arguments.of(
                        "DNS_PARKED_SPF_PASSES_ALL",
                        Map.of("MX", List.of("0 ."), "TXT", List.of("v=spf1 +all")),
                        reject),
                Arguments.of("DNS_PARKED_WITHOUT_DMARC", parked, Map.of()),
                Arguments.of("DNS_PARKED_WITHOUT_KEY_WILDCARD", parked, reject));
    }

    @ParameterizedTest
    @MethodSource("mendable")
    void theProposedRecordRemovesItsFinding(
            String code, Map<String, Object> domain, Map<String, Object> dmarc) {
        Map<String, Map<String, Object>> zone = new HashMap<>(Map.of("example.com", domain));
        if (!dmarc.isEmpty()) {
            zone.put("_dmarc.example.com", dmarc);
        }
        ProposedRecord record =
                Scenario.inZoneFile("example.com", zone).result(new DnsCheck()).findings().stream()
                        .filter(finding -> finding.code().name().equals(code))
                        .findFirst()
                        .flatMap(Finding::record)
                        .orElseThrow();

        assertThat(Scenario.inZoneFile("example.com", zone, record).codes(new DnsCheck()))
                .doesNotContain(code)
                .contains("DNS_PARKED");
    }

    @Test
    void anInheritedPolicyIsMendedByARecordOfItsOwn() {
        Map<String, Map<String, Object>> zone =
                Map.of(
                        "old.example.com",
                        Map.of("MX", List.of("0 ."), "TXT", List.of("v=spf1 -all")),
                        "_dmarc.example.com",
                        Map.of("TXT", List.of("v=DMARC1; p=none")));
        ProposedRecord record =
                Scenario.inZoneFile("old.example.com", zone)
                        .result(new DnsCheck())
                        .findings()
                        .stream()
                        .flatMap(finding -> finding.record().stream())
                        .filter(proposed -> proposed.name().startsWith("_dmarc"))
                        .findFirst()
                        .orElseThrow();

        assertThat(Scenario.inZoneFile("old.example.com", zone, record).codes(new DnsCheck()))
                .contains("DNS_PARKED");
    }
}
