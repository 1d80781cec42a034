package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class Ipv6CheckTest {
    private static final String SOA = "ns.example.com. admin.example.com. 1 7200 900 1209600 300";

    private static final Map<String, Map<String, Object>> HOSTS =
            Map.of(
                    "v4.example.com", Map.of("A", List.of("192.0.2.1")),
                    "v6.example.com",
                            Map.of("A", List.of("192.0.2.2"), "AAAA", List.of("2001:db8::2")),
                    "six.example.com", Map.of("AAAA", List.of("2001:db8::3")),
                    "silent.example.com", Map.of("SERVFAIL", true),
                    "other.net", Map.of("SOA", List.of(SOA), "NS", List.of("ns.other.net.")),
                    "mx.other.net", Map.of("A", List.of("192.0.2.4")),
                    "ns.other.net", Map.of("A", List.of("192.0.2.5")),
                    "six.net", Map.of("SOA", List.of(SOA), "NS", List.of("six.example.com.")),
                    "mx.six.net", Map.of("AAAA", List.of("2001:db8::6")));

    private static Arguments zone(List<String> ns, List<String> mx, String... codes) {
        Map<String, Map<String, Object>> zone = new HashMap<>(HOSTS);
        zone.put("example.com", Map.of("SOA", List.of(SOA), "NS", ns, "MX", mx));
        return Arguments.of(zone, List.of(codes));
    }

    static Stream<Arguments> zones() {
        List<String> none = List.of("v4.example.com.");
        List<String> both = List.of("v6.example.com.", "six.example.com.");
        return Stream.of(
                zone(both, List.of("10 v6.example.com."), "IPV6_TWO_NAME_SERVERS", "IPV6_EVERY_MX"),
                zone(
                        List.of("v4.example.com.", "v6.example.com."),
                        List.of("10 v6.example.com.", "20 v4.example.com."),
                        "IPV6_ONE_NAME_SERVER",
                        "IPV6_SOME_MX"),
                zone(none, List.of("10 v4.example.com."), "IPV6_NO_NAME_SERVER", "IPV6_NO_MX"),
                zone(
                        none,
                        List.of("10 v6.example.com.", "20 gone.example.com."),
                        "IPV6_NO_NAME_SERVER",
                        "IPV6_EVERY_MX"),
                zone(none, List.of("0 ."), "IPV6_NO_NAME_SERVER"),
                zone(
                        List.of("silent.example.com."),
                        List.of("10 silent.example.com."),
                        "IPV6_NOT_KNOWN"),
                zone(
                        both,
                        List.of("10 silent.example.com."),
                        "IPV6_TWO_NAME_SERVERS",
                        "IPV6_PART_NOT_KNOWN"),
                zone(
                        both,
                        List.of("10 mx.other.net."),
                        "IPV6_TWO_NAME_SERVERS",
                        "IPV6_NO_MX",
                        "IPV6_NO_MX_NAME_SERVER"),
                zone(
                        both,
                        List.of("10 mx.six.net."),
                        "IPV6_TWO_NAME_SERVERS",
                        "IPV6_EVERY_MX",
                        "IPV6_MX_NAME_SERVERS"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void eachZoneGivesExactlyTheseCodes(Map<String, Map<String, Object>> zone, List<String> codes) {
        assertThat(Scenario.inZoneFile("example.com", zone).codes(new Ipv6Check()))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void withoutIpv6NothingLowersTheGrade() {
        Scenario zone = Scenario.inZoneFile("example.com", HOSTS);

        assertThat(zone.result(new Ipv6Check()).findings())
                .noneMatch(finding -> finding.status() == Status.FAIL);
    }
}
