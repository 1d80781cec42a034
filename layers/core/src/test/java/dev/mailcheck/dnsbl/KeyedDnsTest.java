package dev.mailcheck.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ZoneDns;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class KeyedDnsTest {
    private static final String SECRET = "Canary7Key0123456789ab";
    private static final String ZONE = "zen.dq.spamhaus.net";
    private static final String PLACE = "2.0.0.127.key." + ZONE;
    private static final String TRUE = "2.0.0.127." + SECRET.toLowerCase(Locale.ROOT) + "." + ZONE;

    private static Dns keyed(Map<String, ? extends Map<String, ?>> zone) {
        return ListKeys.of(
                        BlockLists.known(),
                        name ->
                                name.equals("MAILCHECK_SPAMHAUS_DQS_KEY")
                                        ? Optional.of(SECRET)
                                        : Optional.empty())
                .around(ZoneDns.of(zone));
    }

    @Test
    void theKeyGoesIntoTheQuestionAndOutOfTheAnswer() {
        Dns dns =
                keyed(
                        Map.of(
                                TRUE,
                                Map.of(
                                        "A", List.of("127.0.0.2"),
                                        "TXT", List.of("see https://x.example/?q=" + SECRET))));

        DnsAnswer a = dns.get(DnsName.of(PLACE), RecordType.A);
        DnsAnswer txt = dns.get(DnsName.of(PLACE), RecordType.TXT);

        assertThat(a.data()).containsExactly("127.0.0.2");
        assertThat(txt.data()).containsExactly("see https://x.example/?q=KEY");
        assertThat(a + " " + txt).doesNotContainIgnoringCase(SECRET);
    }

    @Test
    void anAliasAndAFailureDoNotShowTheKeyEither() {
        Dns alias =
                keyed(
                        Map.of(
                                TRUE,
                                Map.of("CNAME", List.of("x." + SECRET + ".example.")),
                                "x." + SECRET.toLowerCase(Locale.ROOT) + ".example",
                                Map.of("A", List.of("127.0.0.2"))));
        Dns failing = keyed(Map.of(TRUE, Map.of("TIMEOUT", true)));

        assertThat(alias.get(DnsName.of(PLACE), RecordType.A).toString())
                .contains("127.0.0.2")
                .doesNotContainIgnoringCase(SECRET);
        assertThat(failing.get(DnsName.of(PLACE), RecordType.A).toString())
                .contains("TIMEOUT")
                .doesNotContainIgnoringCase(SECRET);
    }

    @Test
    void aNameThatIsTooLongWithTheKeyDoesNotExist() {
        String subject =
                "a".repeat(60) + ("." + "b".repeat(60)).repeat(2) + ".ccccccccccccccccc.example";
        DnsName name = DnsName.of(subject + ".key." + ZONE);

        assertThat(keyed(Map.of()).get(name, RecordType.A).nameMissing()).isTrue();
    }

    @Test
    void otherNamesPassUnchanged() {
        Dns dns = keyed(Map.of("example.com", Map.of("A", List.of("192.0.2.1"))));

        assertThat(dns.get(DnsName.of("example.com"), RecordType.A).data())
                .containsExactly("192.0.2.1");
    }

    @Test
    void aKeyInANamedZoneIsTakenOutOfIt() {
        BlockLists lists = BlockLists.known();
        String pasted = SECRET + "." + ZONE;

        ListKeys keys = ListKeys.NONE.withKeyIn(pasted, lists);

        assertThat(keys.key(ZONE)).contains(SECRET);
        assertThat(ListKeys.shown(pasted, lists)).isEqualTo("KEY." + ZONE);
        assertThat(keys.toString()).doesNotContain(SECRET);
    }

    @Test
    void whatIsNoLabelIsNoKey() {
        assertThat(ListKeys.isKey("abc-123_x")).isTrue();
        assertThat(List.of("", "a.b", "a b", "x".repeat(64), "k\u00e9y"))
                .noneMatch(ListKeys::isKey);
    }
}
