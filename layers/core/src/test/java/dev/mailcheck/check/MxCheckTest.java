package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class MxCheckTest {
    private static final Map<String, Map<String, Object>> HOSTS =
            Map.of(
                    "mx.example.com", Map.of("A", List.of("192.0.2.1")),
                    "mx6.example.com", Map.of("AAAA", List.of("2001:db8::1")),
                    "alias.example.com", Map.of("CNAME", List.of("mx.example.com.")),
                    "private.example.com", Map.of("A", List.of("10.0.0.1", "127.0.0.1")),
                    "mixed.example.com", Map.of("A", List.of("10.0.0.1", "192.0.2.2")),
                    "silent.example.com", Map.of("SERVFAIL", true),
                    "half.example.com",
                            Map.of("A", List.of("192.0.2.3"), "TIMEOUT", List.of("AAAA")));

    private static Map<String, Map<String, Object>> withDomain(Map<String, Object> domain) {
        Map<String, Map<String, Object>> zone = new HashMap<>(HOSTS);
        zone.put("example.com", domain);
        return zone;
    }

    private static Arguments mx(List<String> records, String... codes) {
        return Arguments.of(withDomain(Map.of("MX", records)), List.of(codes));
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                mx(List.of("10 mx.example.com."), "MX_PUBLISHED", "MX_TARGETS_PUBLIC"),
                mx(List.of("10 mx6.example.com."), "MX_PUBLISHED", "MX_TARGETS_PUBLIC"),
                mx(List.of("10 half.example.com."), "MX_PUBLISHED", "MX_TARGETS_PUBLIC"),
                mx(List.of("0 ."), "MX_NULL"),
                mx(
                        List.of("0 .", "10 mx.example.com."),
                        "MX_NULL_BESIDE_OTHERS",
                        "MX_TARGETS_PUBLIC"),
                mx(List.of("10 192.0.2.1."), "MX_PUBLISHED", "MX_TARGET_IS_ADDRESS"),
                mx(
                        List.of("10 mx.example.com.", "20 mx.example.com."),
                        "MX_PUBLISHED",
                        "MX_TARGET_TWICE"),
                mx(
                        List.of("10 mx.example.com.", "20 gone.example.com."),
                        "MX_PUBLISHED",
                        "MX_TARGET_DEAD"),
                mx(List.of("10 alias.example.com."), "MX_PUBLISHED", "MX_TARGET_IS_ALIAS"),
                mx(List.of("10 private.example.com."), "MX_PUBLISHED", "MX_TARGETS_NOT_PUBLIC"),
                mx(
                        List.of("10 mx.example.com.", "20 private.example.com."),
                        "MX_PUBLISHED",
                        "MX_TARGET_NOT_PUBLIC"),
                mx(List.of("10 mixed.example.com."), "MX_PUBLISHED", "MX_TARGET_NOT_PUBLIC"),
                mx(List.of("10 gone.example.com."), "MX_PUBLISHED", "MX_TARGETS_DEAD"),
                mx(List.of("10 silent.example.com."), "MX_PUBLISHED", "MX_TARGETS_NOT_KNOWN"),
                mx(
                        List.of("10 silent.example.com.", "20 gone.example.com."),
                        "MX_PUBLISHED",
                        "MX_TARGETS_NOT_KNOWN"),
                mx(
                        List.of("10 mx.example.com.", "20 silent.example.com."),
                        "MX_PUBLISHED",
                        "MX_TARGETS_PUBLIC",
                        "MX_TARGET_NOT_KNOWN"),
                Arguments.of(withDomain(Map.of("SERVFAIL", true)), List.of("MX_NOT_KNOWN")),
                Arguments.of(withDomain(Map.of("TIMEOUT", List.of("MX"))), List.of("MX_NOT_KNOWN")),
                Arguments.of(withDomain(Map.of("TXT", List.of("x"))), List.of("MX_NONE")),
                Arguments.of(
                        withDomain(Map.of("A", List.of("192.0.2.9"))),
                        List.of("MX_IMPLICIT_NOT_KNOWN")),
                Arguments.of(withDomain(Map.of("A", List.of("10.0.0.9"))), List.of("MX_NONE")),
                Arguments.of(
                        withDomain(Map.of("TIMEOUT", List.of("A"))),
                        List.of("MX_IMPLICIT_NOT_KNOWN")),
                Arguments.of(
                        withDomain(
                                Map.of(
                                        "A", List.of("192.0.2.9"),
                                        "TXT", List.of("v=spf1 -all"))),
                        List.of("MX_NOT_NEEDED")));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void eachZoneGivesExactlyTheseCodes(Map<String, Map<String, Object>> zone, List<String> codes) {
        assertThat(Scenario.inZoneFile("example.com", zone).codes(new MxCheck()))
                .filteredOn(code -> !code.equals("MX_CONNECT_NOT_TESTED"))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void withoutNetworkTheImplicitMxIsExcused() {
        Scenario zone =
                Scenario.inZoneFile("example.com", withDomain(Map.of("A", List.of("192.0.2.9"))));

        assertThat(zone.result(new MxCheck()).excuse()).contains("NO_NETWORK");
    }

    @Test
    void hostsBeyondTheTenthAndAddressesBeyondTheTwentiethAreNamedNotFaulted() {
        Map<String, Map<String, Object>> zone = new HashMap<>();
        List<String> records = new ArrayList<>();
        for (int i = 10; i < 22; i++) {
            records.add(i + " mx" + i + ".example.com.");
            String net = "192.0.2." + (i - 9);
            zone.put("mx" + i + ".example.com", Map.of("A", List.of(net, net + "1", net + "2")));
        }
        zone.put("example.com", Map.of("MX", records));

        CheckResult result = Scenario.inZoneFile("example.com", zone).result(new MxCheck());

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly(
                        FindingCode.MX_PUBLISHED,
                        FindingCode.MX_TARGETS_PUBLIC,
                        FindingCode.MX_CONNECT_NOT_TESTED,
                        FindingCode.MX_TOO_MANY_TO_PROBE);
        assertThat(result.findings().getLast().arguments().get("left"))
                .contains("mx20.example.com", "mx21.example.com", "mx19.example.com 192.0.2.10");
    }
}
