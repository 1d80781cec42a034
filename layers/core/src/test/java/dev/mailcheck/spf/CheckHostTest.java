package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.spf.SpfCause.Kind;
import dev.mailcheck.spf.SpfTrace.Outcome;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What the public suite does not look at: causes, costs, traces, bounds. */
class CheckHostTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    private static ZoneOf zone(String record) {
        return ZoneOf.txt("example.com", record)
                .and("example.com", "A", "192.0.2.10")
                .and("example.com", "MX", "10 mx.example.com.")
                .and("mx.example.com", "A", "192.0.2.20")
                .and("inc.example.net", "TXT", "v=spf1 ip4:198.51.100.7 a:gone.example.net -all")
                .and("broken.example.net", "TXT", "v=spf1 foo")
                .and("two.example.net", "TXT", "v=spf1 a", "v=spf1 mx")
                .and("dead.example.net", "TIMEOUT", "TXT", "A", "MX");
    }

    private static SpfResult check(ZoneOf zone, String ip, String mailFrom) {
        IpAddress client = IpAddress.parse(ip).orElseThrow();
        return new CheckHost(zone, CLOCK, "mx.receiver.example")
                .check(new SpfQuery(client, "helo.example.org", mailFrom));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 mx -all                 | 192.0.2.20   | pass      | MATCHED               "
                        + "    | mx",
                "v=spf1 mx -all                 | 192.0.2.99   | fail      | MATCHED               "
                        + "    | -all",
                "v=spf1 mx                      | 192.0.2.99   | neutral   | NOTHING_MATCHED       "
                        + "    |",
                "v=spf1 include:inc.example.net -all | 198.51.100.7 | pass | MATCHED               "
                        + "    | include:inc.example.net",
                "v=spf1 redirect=inc.example.net | 198.51.100.7 | pass     | MATCHED               "
                        + "    | ip4:198.51.100.7",
                "v=spf1 include:no.example.net  | 192.0.2.99   | permerror | INCLUDE_WITHOUT_RECORD"
                        + "    |",
                "v=spf1 redirect=no.example.net | 192.0.2.99   | permerror |"
                        + " REDIRECT_WITHOUT_RECORD   |",
                "v=spf1 include:broken.example.net | 192.0.2.99 | permerror | SYNTAX_ERROR         "
                        + "    |",
                "v=spf1 include:two.example.net | 192.0.2.99   | permerror | SEVERAL_RECORDS       "
                        + "    |",
                "v=spf1 include:dead.example.net | 192.0.2.99  | temperror | DNS_FAILED            "
                        + "    |",
                "v=spf1 a:dead.example.net -all | 192.0.2.99   | temperror | DNS_FAILED            "
                        + "    |",
                "v=spf1 mx:dead.example.net -all | 192.0.2.99  | temperror | DNS_FAILED            "
                        + "    |",
                "v=spf1 a a a a a a a a a a a   | 192.0.2.99   | permerror | TOO_MANY_LOOKUPS      "
                        + "    |",
                "v=spf1 a:x.example.com a:y.example.com a:z.example.com | 192.0.2.99 | permerror |"
                        + " TOO_MANY_VOID_LOOKUPS |"
            })
    void aResultHasItsCause(String record, String ip, String word, Kind cause, String mechanism) {
        SpfResult result = check(zone(record), ip, "user@example.com");
        assertThat(result.result().word()).isEqualTo(word);
        assertThat(result.cause().kind()).isEqualTo(cause);
        assertThat(result.mechanism().orElse(null)).isEqualTo(mechanism);
    }

    @ParameterizedTest
    @CsvSource({
        "user@localhost, NOT_A_DOMAIN",
        "user@[192.0.2.1], NOT_A_DOMAIN",
        "user@a..example.com, NOT_A_DOMAIN",
        "user@nothing.example.com, NO_RECORD"
    })
    void withoutADomainOrARecordThereIsNoResult(String mailFrom, Kind cause) {
        SpfResult result = check(zone("v=spf1 -all"), "192.0.2.1", mailFrom);
        assertThat(result.result()).isEqualTo(SpfWord.NONE);
        assertThat(result.cause().kind()).isEqualTo(cause);
    }

    @Test
    void theTraceShowsWhatEachTermCost() {
        SpfResult result =
                check(
                        zone("v=spf1 a mx include:inc.example.net ~all"),
                        "203.0.113.1",
                        "@example.com");
        SpfTrace tree = result.tree().orElseThrow();
        assertThat(tree.steps())
                .extracting(SpfTrace.Step::term)
                .containsExactly("a", "mx", "include:inc.example.net", "~all");
        assertThat(tree.steps())
                .extracting(SpfTrace.Step::outcome)
                .containsExactly(
                        Outcome.NO_MATCH, Outcome.NO_MATCH, Outcome.NO_MATCH, Outcome.MATCH);
        assertThat(tree.steps()).extracting(SpfTrace.Step::lookups).containsExactly(1, 1, 2, 0);
        assertThat(tree.steps()).extracting(SpfTrace.Step::voidLookups).containsExactly(0, 0, 1, 0);
        assertThat(result.lookups()).isEqualTo(4);
        assertThat(result.voidLookups()).isEqualTo(1);
        assertThat(tree.steps().get(2).policy().orElseThrow().result()).isEqualTo(SpfWord.FAIL);
    }

    @Test
    void aClientNameInAMacroCountsAsALookupOfItsOwn() {
        ZoneOf zone =
                zone("v=spf1 exists:%{p}.example.com -all")
                        .and("10.2.0.192.in-addr.arpa", "PTR", "example.com.");
        assertThat(check(zone, "192.0.2.10", "a@example.com").lookups()).isEqualTo(2);
    }

    @Test
    void anIpv4ClientInIpv6ClothesIsIpv4() {
        SpfResult result = check(zone("v=spf1 mx -all"), "::ffff:192.0.2.20", "a@example.com");
        assertThat(result.result()).isEqualTo(SpfWord.PASS);
        assertThat(result.clientIp()).isEqualTo("192.0.2.20");
    }

    @Test
    void anExplanationIsPrintableAsciiAndShort() {
        ZoneOf zone =
                zone("v=spf1 -all exp=why.example.com")
                        .and("why.example.com", "TXT", "%{l} at %{t} by %{r}: " + "x".repeat(900));
        SpfResult result = check(zone, "192.0.2.1", "j\u00f6rg\u001b[31m@example.com");
        assertThat(result.explanation().orElseThrow())
                .startsWith("j?rg?[31m at 1795305600 by mx.receiver.example: xxx")
                .hasSize(512)
                .isPrintable();
    }

    @Test
    void theResultAndItsTraceSurviveJson() {
        Jsonb jsonb = Jsonb.instance();
        SpfResult result =
                check(zone("v=spf1 include:inc.example.net ~all"), "203.0.113.1", "a@example.com");
        String json = jsonb.type(SpfResult.class).toJson(result);
        assertThat(jsonb.type(SpfResult.class).fromJson(json)).isEqualTo(result);
        assertThat(json).contains("\"result\":\"softfail\"").contains("\"voidLookups\":1");
    }
}
