package dev.mailcheck.iprev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.iprev.IprevResult.Word;
import dev.mailcheck.net.IpLiteral;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class IprevTest {
    private static final String V6_REVERSE =
            "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa";

    private static final ZoneDns DNS =
            ZoneDns.of(
                    Map.ofEntries(
                            pointer(1, "mx.example.com"),
                            pointer(2, "elsewhere.example.com"),
                            pointer(3, "nowhere.example.com"),
                            pointer(4, "elsewhere.example.com", "mx.example.com"),
                            Map.entry("5.2.0.192.in-addr.arpa", Map.of("TIMEOUT", true)),
                            pointer(6, "dead.example.com"),
                            pointer(7, "dead.example.com", "mx.example.com"),
                            pointer(9, "six.example.com"),
                            Map.entry(V6_REVERSE, Map.of("PTR", List.of("six.example.com."))),
                            Map.entry("six.example.com", Map.of("AAAA", List.of("2001:db8::1"))),
                            Map.entry(
                                    "mx.example.com",
                                    Map.of("A", List.of("192.0.2.1", "192.0.2.4", "192.0.2.7"))),
                            Map.entry("elsewhere.example.com", Map.of("A", List.of("192.0.2.99"))),
                            Map.entry("dead.example.com", Map.of("SERVFAIL", true))));

    private static Map.Entry<String, Map<String, Object>> pointer(int host, String... names) {
        return Map.entry(host + ".2.0.192.in-addr.arpa", Map.of("PTR", List.of(names)));
    }

    private static IprevResult iprev(ZoneDns dns, String ip) {
        return Iprev.begin(dns, IpLiteral.parse(ip).orElseThrow()).forward().get();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, PASS, mx.example.com",
        "192.0.2.2, FAIL,",
        "192.0.2.3, FAIL,",
        "192.0.2.4, PASS, mx.example.com",
        "192.0.2.5, TEMPERROR,",
        "192.0.2.6, TEMPERROR,",
        "192.0.2.7, PASS, mx.example.com",
        "192.0.2.8, PERMERROR,",
        "192.0.2.9, FAIL,",
        "2001:db8::1, PASS, six.example.com",
    })
    void theResultIsThatOfTheRfc(String ip, Word word, String confirmed) {
        IprevResult result = iprev(DNS, ip);
        assertThat(result.result()).isEqualTo(word);
        assertThat(result.confirmed().orElse(null)).isEqualTo(confirmed);
        assertThat(result.ip()).isEqualTo(ip);
    }

    @Test
    void onlyTenNamesAreLookedUpAndTheOthersAreTold() {
        List<String> names =
                IntStream.range(0, 14).mapToObj(i -> "h" + i + ".example.com").toList();
        Map<String, Map<String, Object>> zone = new HashMap<>();
        zone.put("1.2.0.192.in-addr.arpa", Map.of("PTR", names));
        zone.put("h12.example.com", Map.of("A", List.of("192.0.2.1")));

        IprevResult result = iprev(ZoneDns.of(zone), "192.0.2.1");

        assertThat(result.names()).hasSize(10);
        assertThat(result.leftOut()).hasSize(4);
        assertThat(result.result()).isEqualTo(Word.FAIL);
    }
}
