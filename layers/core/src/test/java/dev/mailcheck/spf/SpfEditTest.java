package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SpfEditTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 mx -all                   | ' v=spf1 mx -all'",
                "v=spf1 mx -all                   | '\"v=spf1 mx -all\"'",
                "v=spf1 mx -all                   | v=spf1;mx;-all;",
                "v=spf1 mx -all                   | v=spf1,mx,-all",
                "v=spf1 mx -all                   | v: spf1 mx -all",
                "v=spf1 mx -all                   | SPF1 mx -all",
                "v=spf1 ip4:192.0.2.1 -all        | v=spf1 ipv4:192.0.2.1 -all",
                "v=spf1 ip4:192.0.2.1 -all        | v=spf1 ip:192.0.2.1 -all",
                "v=spf1 ip6:2001:db8::1 -all      | v=spf1 ip:2001:db8::1 -all",
                "v=spf1 ip6:2001:db8::1 -all      | v=spf1 ip4:2001:db8::1 -all",
                "v=spf1 ip4:192.0.2.0/24 -all     | v=spf1 192.0.2.0/24 -all",
                "v=spf1 include:example.net -all  | v=spf1 include: example.net -all",
                "v=spf1 include:example.net -all  | v=spf1 includes:example.net -all",
                "v=spf1 redirect=example.net      | v=spf1 redirect:example.net",
                "v=spf1 mx a -all                 | v=spf1 mx: a: -all.",
                "v=spf1 mx -all                   | v=spf1 mx \u00e2\u0080\u0093all",
                "v=spf1 mx -all                   | \u00e2\u0080\u009cv=spf1 mx"
                        + " -all\u00e2\u0080\u009d",
                "                                 | v=spf1 mx foo -all",
                "                                 | v=spf1 include:localhost -all",
                "                                 | v=spf10 mx -all",
                "                                 | spf2.0/pra mx -all",
                "                                 | some=verification",
                "v=spf1 exists:%{l,}.example.net  | v=spf1 exists:%{l,}.example.net"
            })
    void whatIsOftenMistypedIsMended(String mended, String text) {
        assertThat(SpfRepair.repaired(text).orElse(null)).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 mx a ~all | v=spf1 mx ~all | v=spf1 a ~all",
                "v=spf1 mx a -all | v=spf1 mx -all | v=spf1 a -all",
                "v=spf1 mx a ~all | v=spf1 mx -all | v=spf1 mx a",
                "v=spf1 mx a ~all | v=spf1 mx +all | v=spf1 a -all",
                "                 | v=spf1 mx -all | v=spf1 redirect=example.net",
                "                 | v=spf1 -mx ~all | v=spf1 a -all",
                "                 | v=spf1 mx -all | v=spf1 foo",
                "                 | v=spf1 a/1 a/2 a/3 a/4 a/5 a/6 -all | v=spf1 mx/1 mx/2 mx/3"
                        + " mx/4 mx/5"
            })
    void recordsAreMergedWhereTheirOrderDoesNotMatter(String merged, String one, String other) {
        assertThat(SpfEdit.merged(List.of(one, other)).orElse(null)).isEqualTo(merged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 mx -all   | v=spf1 mx ptr -all | ptr",
                "                 | v=spf1 ptr -all    | ptr",
                "v=spf1 ?all      | v=spf1 -ptr ?all   | -ptr",
                "v=spf1 redirect=example.net | v=spf1 ptr redirect=example.net | ptr"
            })
    void aTermIsLeftOutUnlessNoSenderIsLeft(String left, String record, String term) {
        assertThat(SpfEdit.without(record, List.of(term)).orElse(null)).isEqualTo(left);
    }

    @Test
    void theLastWordIsReplacedWhereSomeoneSends() {
        assertThat(SpfEdit.withAll("v=spf1 ALL mx", "~all")).contains("v=spf1 mx ~all");
        assertThat(SpfEdit.withAll("v=spf1 +all", "~all")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' v=spf1 -all'   | true  | true",
                "'\tv=spf1 -all'  | true  | true",
                "'\"v=spf1 -all'  | true  | false",
                "'v=spf1; -all'   | true  | false",
                "'v=spf 1 -all'   | true  | false",
                "'v=spf1 -all'    | false | false",
                "'v=spf12'        | false | false",
                "'v=spf1.0 mx'    | false | false",
                "'spf1-check=abc' | false | false",
                "'spf2.0/pra mx'  | false | false",
                "'google=v=spf1'  | false | false"
            })
    void whatWasMeantAsARecordIsSeen(String text, boolean almost, boolean blank) {
        assertThat(SpfRepair.isAlmostSpf(text)).isEqualTo(almost);
        assertThat(SpfRepair.hasLeadingBlank(text)).isEqualTo(blank);
    }
}
