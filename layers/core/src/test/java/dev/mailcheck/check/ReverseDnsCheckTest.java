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

final class ReverseDnsCheckTest {
    private static Map<String, Map<String, Object>> zone(Map<String, Map<String, Object>> more) {
        Map<String, Map<String, Object>> zone = new HashMap<>();
        zone.put("example.com", Map.of("MX", List.of("10 mx.example.com.")));
        zone.put("mx.example.com", Map.of("A", List.of("192.0.2.1")));
        zone.putAll(more);
        return zone;
    }

    private static Map.Entry<String, Map<String, Object>> pointer(int host, Object... names) {
        return Map.entry(host + ".2.0.192.in-addr.arpa", Map.of("PTR", List.of(names)));
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                Arguments.of(
                        zone(Map.ofEntries(pointer(1, "mx.example.com."))),
                        List.of("REVERSE_DNS_CONFIRMED")),
                Arguments.of(
                        zone(Map.ofEntries(pointer(1, "other.example.com.", "mx.example.com."))),
                        List.of("REVERSE_DNS_CONFIRMED")),
                Arguments.of(zone(Map.of()), List.of("REVERSE_DNS_MX_WITHOUT_NAME")),
                Arguments.of(
                        zone(Map.ofEntries(pointer(1, "other.example.com."))),
                        List.of("REVERSE_DNS_MX_NOT_CONFIRMED")),
                Arguments.of(
                        zone(
                                Map.ofEntries(
                                        pointer(1, "192-0-2-1.isp.example."),
                                        Map.entry(
                                                "192-0-2-1.isp.example",
                                                Map.of("A", List.of("192.0.2.1"))))),
                        List.of("REVERSE_DNS_GENERIC_NAME")),
                Arguments.of(
                        zone(Map.of("1.2.0.192.in-addr.arpa", Map.of("SERVFAIL", true))),
                        List.of("REVERSE_DNS_NOT_KNOWN")),
                Arguments.of(
                        zone(
                                Map.ofEntries(
                                        Map.entry(
                                                "mx.example.com",
                                                Map.of("A", List.of("192.0.2.1", "192.0.2.2"))),
                                        pointer(1, "mx.example.com."),
                                        Map.entry(
                                                "2.2.0.192.in-addr.arpa",
                                                Map.of("TIMEOUT", true)))),
                        List.of("REVERSE_DNS_CONFIRMED", "REVERSE_DNS_ADDRESS_NOT_KNOWN")),
                Arguments.of(
                        Map.of("example.com", Map.of("MX", List.of("0 ."))),
                        List.of("REVERSE_DNS_NO_MAIL_HOST")),
                Arguments.of(
                        Map.of("example.com", Map.of("TIMEOUT", List.of("MX"))),
                        List.of("REVERSE_DNS_NOT_KNOWN")),
                Arguments.of(
                        zone(Map.of("mx.example.com", Map.of("SERVFAIL", true))),
                        List.of("REVERSE_DNS_NOT_KNOWN")));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void eachZoneGivesExactlyTheseCodes(Map<String, Map<String, Object>> zone, List<String> codes) {
        assertThat(Scenario.inZoneFile("example.com", zone).codes(new ReverseDnsCheck()))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void anAddressOfTwoHostsIsJudgedOnce() {
        Map<String, Map<String, Object>> zone =
                zone(
                        Map.ofEntries(
                                pointer(1, "mx.example.com."),
                                Map.entry(
                                        "example.com",
                                        Map.of(
                                                "MX",
                                                List.of(
                                                        "10 mx.example.com.",
                                                        "20 mx2.example.com."))),
                                Map.entry("mx2.example.com", Map.of("A", List.of("192.0.2.1")))));

        assertThat(
                        Scenario.inZoneFile("example.com", zone)
                                .result(new ReverseDnsCheck())
                                .findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.arguments())
                                .containsEntry("host", "mx.example.com, mx2.example.com"));
    }
}
